#include <filesystem>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

namespace gialint {
namespace {

// A report that a run waits for, since nobody writes into it: a pipe.
// `env`: a shell has what runs in its background ignore Ctrl-C.
TEST_CASE("Ctrl-C ends a run in order, with what was found so far", "[cli]") {
  for (const std::string jobs : {"1", "2"}) {
    const Folder folder;
    folder.copy("reports/marked.txt", "a.txt");
    const std::string line =
        "mkfifo b.txt && "
        "{ env --default-signal=INT \"$GIALINT\" -j" +
        jobs + " --rules-dir '" + fixture("rules") +
        "' --format json a.txt b.txt > out.json & run=$!; "
        "exec 3> b.txt; sleep 0.5; kill -INT $run; wait $run; echo $?; }";
    const Outcome run = shell(line, {folder.path(), "", {{"PATH", "/usr/bin:/bin"}}});
    CHECK(run.out == "130\n");
    const std::string json = bytes_of(folder / "out.json");
    CHECK(json.find("\"path\": \"a.txt\"") != std::string::npos);
    CHECK(json.find("\"path\": \"b.txt\"") == std::string::npos);
    CHECK(json.find("\"exit_status\": 130") != std::string::npos);
  }
}

TEST_CASE("a run that waits for its standard input, or for its reader, ends when it is asked to", "[cli]") {
  const Folder folder;
  std::string text = bytes_of(fixture("reports/quiet.txt"));
  for (int i = 0; i < 5000; ++i) text += "甲\n";
  folder.write("many.txt", text);
  const std::string end = " run=$!; sleep 0.5; kill -SIGNAL $run; wait $run; echo $?; exec 3>&-";
  const std::string rules = " --isolated --rules-dir '" + fixture("rules") + "' ";
  for (const std::string& line : {
           "mkfifo pipe; exec 3<>pipe; env --default-signal=INT \"$GIALINT\"" + rules + "- <pipe & " + end,
           "mkfifo pipe; exec 3<>pipe; env --default-signal=INT \"$GIALINT\"" + rules + "many.txt >pipe & " + end,
           "mkfifo pipe; exec 3<>pipe; env --default-signal=INT \"$GIALINT\" lsp <pipe >out & " + end + "; exit",
       }) {
    for (const auto& [signal, status] : {std::pair("INT", "130\n"), {"TERM", "143\n"}, {"HUP", "129\n"}}) {
      std::string command = line;
      command.replace(command.find("SIGNAL"), 6, signal);
      INFO(command);
      const bool server = line.find(" lsp ") != std::string::npos;
      const Outcome run = shell("rm -f pipe; " + command, {folder.path(), "", {}});
      CHECK(run.out == (server ? "1\n" : status));
    }
  }
}

TEST_CASE("a second request ends the program at once, and what it was writing is gone", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  // Stopped, so that both signals are there before it can answer the first.
  const Outcome run = shell(
      "mkfifo pipe; exec 3<>pipe; env --default-signal=INT \"$GIALINT\" --isolated -o out.txt a.txt - <pipe & run=$!; "
      "sleep 0.5; "
      "ls -A | grep -c tmp; kill -STOP $run; kill -INT $run; kill -TERM $run; kill -CONT $run; wait $run; echo $?; "
      "ls -A",
      {folder.path(), "", {}});
  // Whose handler comes second is the system's choice.
  CHECK_THAT(run.out, Catch::Equals("1\n130\na.txt\npipe\n") || Catch::Equals("1\n143\na.txt\npipe\n"));
}

TEST_CASE("a file that the system lets grow no larger is told", "[cli]") {
  const Folder folder;
  folder.copy("reports/marked.txt", "a.txt");
  const Outcome run =
      shell("ulimit -f 0; \"$GIALINT\" --isolated -o out.txt --format json a.txt", {folder.path(), "", {}});
  CHECK(run.status == 2);
  CHECK_FALSE(std::filesystem::exists(folder / "out.txt"));
}

TEST_CASE("--watch checks again when the report changes, and ends with Ctrl-C", "[cli]") {
  const Folder folder;
  folder.write("a.txt", "");
  folder.copy("reports/marked.txt", "marked");
  // Waits for what the last line of a file holds, at most for ten seconds.
  const std::string line =
      "waits() { i=0; while ! grep -q \"$2\" $1 && [ $i -lt 100 ]; do sleep 0.1; i=$((i+1)); done; }; "
      "env --default-signal=INT \"$GIALINT\" --watch --rules-dir '" +
      fixture("rules") +
      "' --only test/error-word a.txt > out 2> err & run=$!; "
      "waits err 'Ctrl-C'; cp marked a.txt; waits out test/error-word; kill -INT $run; wait $run; echo $?; cat out";
  const Outcome run = shell(line, {folder.path(), "", {{"PATH", "/usr/bin:/bin"}}});
  CHECK(run.out == "0\na.txt:4:16: error: 这里有“甲”字 [test/error-word]\n");
}

}  // namespace
}  // namespace gialint
