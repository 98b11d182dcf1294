#include "engine/cli/runs/outputs.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "reporters/reporter.hpp"
#include "tests/cli/program.hpp"

namespace gialint {
namespace {

Outcome check(std::vector<std::string> arguments, const Setting& setting) {
  return gialint(with_test_rules(std::move(arguments)), setting);
}

TEST_CASE("each --output FORMAT=FILE gets what the format alone prints, and the standard output its own", "[cli]") {
  const Folder folder;
  std::vector<std::string> all = {fixture("reports"), "--format", "text"};
  for (const std::string& format : reporter_names()) {
    all.emplace_back("--output");
    all.push_back(format + "=" + (folder / format));
  }
  Setting here;
  here.folder = fixture("reports");
  const Outcome together = check(all, here);
  CHECK(together.err.empty());
  CHECK(together.status == 1);
  for (const std::string& format : reporter_names()) {
    CAPTURE(format);
    const Outcome alone = check({fixture("reports"), "--format", format}, here);
    CHECK(alone.status == 1);
    CHECK_FALSE(alone.out.empty());
    CHECK(bytes_of(folder / format) == alone.out);
    if (format == "text") CHECK(together.out == alone.out);
  }
}

TEST_CASE("every format prints the same bytes with one, two and eight threads", "[cli]") {
  const Folder folder;
  for (int i = 0; i < 40; ++i) folder.copy("reports/marked.txt", "r/" + std::to_string(i) + ".txt");
  Setting here;
  here.folder = folder.path();
  const auto run = [&](const std::string& jobs) {
    std::vector<std::string> arguments = {"r", "-j", jobs};
    for (const std::string& format : reporter_names()) {
      arguments.emplace_back("-o");
      arguments.push_back(format + "=" + jobs + "." + format);
    }
    CHECK(check(arguments, here).status == 1);
  };
  for (const char* jobs : {"1", "2", "8"}) run(jobs);
  for (const std::string& format : reporter_names()) {
    CAPTURE(format);
    const std::string one = bytes_of(folder / ("1." + format));
    CHECK(one.find(format == "summary" ? "r/" : "r/39.txt") != std::string::npos);
    CHECK((one == bytes_of(folder / ("2." + format))));
    CHECK((one == bytes_of(folder / ("8." + format))));
  }
}

TEST_CASE("--output FILE and --output FORMAT=FILE go together, and then nothing goes to the standard output", "[cli]") {
  const Folder folder;
  Setting here;
  here.folder = folder.path();
  const Outcome run =
      check({fixture("reports"), "-f", "json", "-o", "main", "-o", "gitlab=quality.json", "-o", "junit=j.xml"}, here);
  CHECK(run.out.empty());
  CHECK(run.status == 1);
  CHECK(bytes_of(folder / "main").find("gialint-json/1") != std::string::npos);
  CHECK(bytes_of(folder / "quality.json").front() == '[');
  CHECK(bytes_of(folder / "j.xml").rfind("<?xml", 0) == 0);
}

TEST_CASE("an unknown format, a file twice and a file without a name are wrong usage, and write nothing", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  Setting here;
  here.folder = folder.path();
  const auto refused = [&](std::vector<std::string> arguments) {
    arguments.emplace_back("a.txt");
    const Outcome run = check(std::move(arguments), here);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    return run.err;
  };
  const std::string unknown = refused({"--output", "serif=a.sarif"});
  CHECK(unknown.find("“serif”") != std::string::npos);
  for (const std::string& format : reporter_names()) CHECK(unknown.find(format) != std::string::npos);
  CHECK(refused({"--output", "sarif=x", "--output", "json=./x"}).find("./x") != std::string::npos);
  CHECK(refused({"--output", "x", "--output", "json=x"}).find("x") != std::string::npos);
  CHECK(refused({"--output", "x", "--output", "y"}).find("--output y") != std::string::npos);
  CHECK(refused({"--output", "sarif="}).find("--output") != std::string::npos);
  CHECK(refused({"--watch", "--output", "sarif=x"}).find("--watch") != std::string::npos);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) files += entry.exists() ? 1 : 0;
  CHECK(files == 1);
}

TEST_CASE("when one file cannot be made or written, none appears", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "r/a.txt");
  Setting here;
  here.folder = folder.path();
  const Outcome no_folder = check({"r", "-o", "sarif=a.sarif", "-o", "json=no/such/a.json"}, here);
  CHECK(no_folder.status == 2);
  CHECK(no_folder.err.find("no/such/a.json") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "a.sarif"));

  for (int i = 0; i < 200; ++i) folder.copy("reports/marked.txt", "r/" + std::to_string(i) + ".txt");
  const Outcome full = check({"r", "-o", "sarif=a.sarif", "-o", "json=/dev/full"}, here);
  CHECK(full.status == 2);
  CHECK(full.err.find("/dev/full") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "a.sarif"));
}

TEST_CASE("a reader of the standard output who leaves keeps no file from being written", "[cli]") {
  const Folder folder;
  for (int i = 0; i < 200; ++i) folder.copy("reports/marked.txt", "r/" + std::to_string(i) + ".txt");
  Setting here;
  here.folder = folder.path();
  const Outcome alone = check({"r", "-f", "jsonl"}, here);
  const std::string rules = fixture("rules");
  const Outcome left = shell("$GIALINT --rules-dir '" + rules + "' -f json -o jsonl=all.jsonl r | head -c 1", here);
  CHECK(left.err.empty());
  CHECK(left.out == "{");
  CHECK(bytes_of(folder / "all.jsonl") == alone.out);
}

}  // namespace
}  // namespace gialint
