#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/editors/tools.hpp"

namespace gialint {
namespace {

// Runs each task of tasks.json on the report, as VS Code's problem matcher reads it: a line at a time, columns in
// UTF-16.
constexpr const char* match_lines = R"js(
const { readFileSync } = require("fs");
const { spawnSync } = require("child_process");
const { dirname, resolve } = require("path");
const [tasks, report] = process.argv.slice(2);
for (const task of JSON.parse(readFileSync(tasks, "utf8")).tasks) {
  const args = task.args.map((word) => word.replace("${file}", report));
  const run = spawnSync(process.env.GIALINT, args, { cwd: dirname(report), encoding: "utf8" });
  const { pattern } = task.problemMatcher;
  const regexp = new RegExp(pattern.regexp);
  for (const line of (run.stdout + run.stderr).split("\n").filter((line) => line !== "")) {
    const match = regexp.exec(line);
    if (match === null) {
      console.log("not understood: " + line);
      continue;
    }
    const lines = readFileSync(resolve(dirname(report), match[pattern.file]), "utf8").split("\n");
    const here = lines[match[pattern.line] - 1].slice(match[pattern.column] - 1);
    const code = match[pattern.code];
    console.log(`${match[pattern.line]} ${match[pattern.severity]} ${/^[a-z]+\/[a-z-]+$/.test(code) ? here : code}`);
  }
}
)js";

TEST_CASE("VS Code's problem matcher finds the places that gialint means", "[editors]") {
  if (!have("node --version", "node")) return;
  const Folder folder;
  const std::string script = folder.write("match.js", match_lines);
  const Outcome run =
      shell("exec node '" + script + "' '" + editor_file("vscode/tasks.json") + "' '" + copy_report(folder) + "'");
  INFO(run.err);
  const std::string once = listed(expected_places());
  CHECK(run.out == once + once);
}

}  // namespace
}  // namespace gialint
