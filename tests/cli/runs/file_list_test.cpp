#include "engine/cli/runs/file_list.hpp"

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

using Paths = std::vector<std::string>;

TEST_CASE("a list names a path a line, or paths divided by NUL", "[cli]") {
  CHECK(paths_in("").empty());
  CHECK(paths_in("a.txt\nb c.txt\n") == Paths{"a.txt", "b c.txt"});
  CHECK(paths_in("a.txt\r\n\r\n年报.txt") == Paths{"a.txt", "年报.txt"});
  CHECK(paths_in(std::string_view("a\nb\0c\r\0", 7)) == Paths{"a\nb", "c\r"});
  CHECK(paths_in(std::string_view("a\0", 2)) == Paths{"a"});
}

TEST_CASE("--files-from adds the paths of a list, and an empty list is no folder", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "marked.txt");
  folder.copy("reports/marked.txt", "其他.txt");
  folder.write("list", "marked.txt\n");
  folder.write("none", "\n");
  folder.write("gone", "nowhere.txt\n");
  const auto check = [&](const std::string& list, const std::string& input = "") {
    return gialint(with_test_rules({"--only", "test/error-word", "--files-from", list}), {folder.path(), input, {}});
  };
  CHECK(check("list").out == "marked.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
  CHECK(check("-", std::string("其他.txt") + '\0').out == "其他.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
  CHECK(check("none").status == 0);
  CHECK(check("none").err == "gialint: 没有要读的文件\n");
  CHECK(check("gone").status == 2);
  folder.write("quoted", "marked.txt\n\"\\345\\205\\266.txt\"\n");
  CHECK(check("quoted").status == 2);
  CHECK(check("quoted").err.find("git ls-files -z") != std::string::npos);
  CHECK(check("nowhere").err == "gialint: nowhere: 没有这个文件或者文件夹\n");
  CHECK(check("nowhere").status == 2);
}

}  // namespace
}  // namespace gialint
