#include "engine/cli/options/output_option.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

TEST_CASE("a word before the first = is a format, and anything else belongs to a file's name", "[cli]") {
  const auto read = [](std::string_view value) {
    const FileOutput output = read_output(value);
    return output.format + "|" + output.file;
  };
  CHECK(read("sarif=a.sarif") == "sarif|a.sarif");
  CHECK(read("sarif=a=b.sarif") == "sarif|a=b.sarif");
  CHECK(read("serif=a") == "serif|a");
  CHECK(read("json=") == "json|");
  CHECK(read("a.txt") == "|a.txt");
  CHECK(read("./a=b.txt") == "|./a=b.txt");
  CHECK(read("年报=a") == "|年报=a");
  CHECK(read("=a") == "|=a");
}

TEST_CASE("a file's ending names a format where only one has it", "[cli]") {
  CHECK(format_of_ending("年报/结果.html") == "html");
  CHECK(format_of_ending("A.HTM") == "html");
  CHECK(format_of_ending("a.sarif") == "sarif");
  CHECK(format_of_ending("a.b.jsonl") == "jsonl");
  CHECK(format_of_ending("a.txt") == "text");
  CHECK(format_of_ending("a.xml").empty());
  CHECK(format_of_ending("html").empty());
  CHECK(format_of_ending("").empty());
}

TEST_CASE("two names of one file are told, but not of what is no plain file", "[cli]") {
  const Folder folder;
  const std::string real = folder.write("real.txt", "x");
  std::filesystem::create_symlink(real, folder / "link.txt");
  CHECK(file_named_twice({folder / "a", folder / "b"}) == std::nullopt);
  CHECK(file_named_twice({folder / "a", folder / "./a"}) == folder / "./a");
  CHECK(file_named_twice({real, folder / "link.txt"}) == folder / "link.txt");
  CHECK(file_named_twice({"/dev/null", "/dev/null"}) == std::nullopt);
}

}  // namespace
}  // namespace gialint
