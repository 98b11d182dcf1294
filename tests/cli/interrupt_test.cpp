#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

// The report that a run waits for: a pipe, into which nobody writes before the signal.
TEST_CASE("Ctrl-C ends a run in order, with what was found so far", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  const std::string line =
      "mkfifo b.txt c.txt && "
      "{ \"$GIALINT\" -j1 --rules-dir '" +
      fixture("rules") +
      "' --format json a.txt b.txt c.txt > out.json & run=$!; "
      "exec 3> b.txt; kill -INT $run; cat a.txt >&3; exec 3>&-; wait $run; echo $?; }";
  const Outcome run = shell(line, {folder.path(), "", {{"PATH", "/usr/bin:/bin"}}});
  CHECK(run.out == "130\n");
  const std::string json = bytes_of(folder / "out.json");
  CHECK(json.find("\"path\": \"a.txt\"") != std::string::npos);
  CHECK(json.find("\"path\": \"b.txt\"") != std::string::npos);
  CHECK(json.find("\"path\": \"c.txt\"") == std::string::npos);
  CHECK(json.find("\"exit_status\": 130") != std::string::npos);
}

TEST_CASE("--watch checks again when the report changes, and ends with Ctrl-C", "[cli]") {
  const Folder folder;
  folder.write("a.txt", "");
  folder.copy("reports/marked.txt", "marked");
  // Waits for what the last line of a file holds, at most for ten seconds.
  const std::string line =
      "waits() { i=0; while ! grep -q \"$2\" $1 && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; }; "
      "\"$GIALINT\" --watch --rules-dir '" +
      fixture("rules") +
      "' --only test/error-word a.txt > out 2> err & run=$!; "
      "waits err 'Ctrl-C'; cp marked a.txt; waits out test/error-word; kill -INT $run; wait $run; echo $?; cat out";
  const Outcome run = shell(line, {folder.path(), "", {{"PATH", "/usr/bin:/bin"}}});
  CHECK(run.out == "0\na.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
}

}  // namespace
}  // namespace gialint
