#include "engine/cli/options/options.hpp"

#include <catch2/catch.hpp>

#include "engine/cli/commands/command_table.hpp"

namespace gialint {
namespace {

Options read(const std::vector<std::string>& arguments) {
  const std::variant<Options, UsageError> result = read_options(arguments, command_table());
  if (const auto* error = std::get_if<UsageError>(&result)) FAIL(error->message);
  return std::get<Options>(result);
}

std::string error_of(const std::vector<std::string>& arguments) {
  const std::variant<Options, UsageError> result = read_options(arguments, command_table());
  const auto* error = std::get_if<UsageError>(&result);
  return error == nullptr ? "" : error->message;
}

TEST_CASE("the first word that is no option names the command, when it is one", "[cli]") {
  CHECK(read({}).command->name == "check");
  CHECK(read({"rules"}).command->name == "rules");
  CHECK(read({"--lang", "en", "rules"}).command->name == "rules");
  CHECK(read({"a.txt", "rules"}).command->name == "check");
  CHECK(read({"a.txt", "rules"}).arguments == std::vector<std::string>{"a.txt", "rules"});
  CHECK(read({"--", "rules"}).arguments == std::vector<std::string>{"rules"});
  CHECK(read({"--stdin-filename", "rules", "-"}).arguments == std::vector<std::string>{"-"});
  CHECK(read({"check", "init"}).arguments == std::vector<std::string>{"init"});
  CHECK(read({"--version"}).command->name == "version");
}

TEST_CASE("options and paths may mix, and -- ends the options", "[cli]") {
  const Options options = read({"a.txt", "-q", "b.txt", "-j4", "--", "--quiet", "-"});
  CHECK(options.quiet);
  CHECK(options.jobs == 4);
  CHECK(options.arguments == std::vector<std::string>{"a.txt", "b.txt", "--quiet", "-"});
}

TEST_CASE("lists grow with commas and repetition", "[cli]") {
  const Options options = read({"--select", "a, b,", "--select=c", "--exclude", "x,y", "--exclude", "z", "p"});
  CHECK(options.selection.select == std::vector<std::string>{"a", "b", "c"});
  CHECK(options.exclude == std::vector<std::string>{"x,y", "z"});
  CHECK(options.arguments == std::vector<std::string>{"p"});
}

TEST_CASE("of an option with one value the last holds", "[cli]") {
  CHECK(read({"-f", "json", "--format=sarif"}).format == "sarif");
}

TEST_CASE("values are read by kind", "[cli]") {
  const Options options =
      read({"--fail-on", "warning", "--max-warnings", "0", "--encoding", "GBK", "--input-format", "markdown",
            "--column-unit", "utf16", "--ambiguous-width", "2", "--color", "never", "--lang", "en"});
  CHECK(options.fail_on == Severity::warning);
  CHECK_FALSE(options.never_fail);
  CHECK(options.max_warnings == 0U);
  CHECK(options.encoding == Encoding::gb18030);
  CHECK(options.input_format == Format::markdown);
  CHECK(options.column_unit == ColumnUnit::utf16);
  CHECK(options.ambiguous_width == 2);
  CHECK(options.color == ColorChoice::never);
  CHECK(options.language == Language::en);
  CHECK(read({"--fail-on", "never"}).never_fail);
}

TEST_CASE("a value that cannot be is refused with those that can", "[cli]") {
  CHECK(error_of({"--format", "jsn"}) ==
        "--format 的值不能是“jsn”；是否想写 json？可以是：checkstyle, csv, github, gitlab, html, json, jsonl, junit, "
        "pretty, "
        "rdjson, rdjsonl, sarif, summary, text");
  CHECK(error_of({"--fail-on", "zzz", "--lang", "en"}) ==
        "--fail-on cannot be 'zzz'. It can be: error, warning, info, never");
  CHECK(error_of({"-j", "0"}) == "--jobs 要的是 1 到 256 之间的整数，不能是“0”");
  CHECK_FALSE(error_of({"--max-warnings", "1x"}).empty());
  CHECK_FALSE(error_of({"--max-warnings", "99999999999999999999"}).empty());
  CHECK_FALSE(error_of({"--encoding", "utf8x"}).empty());
  CHECK_FALSE(error_of({"--lang", "fr"}).empty());
  CHECK_FALSE(error_of({"rules", "--format", "sarif"}).empty());
}

TEST_CASE("an option of another command is unknown", "[cli]") {
  CHECK(error_of({"rules", "--schema"}).find("--schema") != std::string::npos);
  CHECK(error_of({"init", "-j", "2"}).find("-j") != std::string::npos);
}

TEST_CASE("an option that goes with another is refused without it", "[cli]") {
  CHECK(error_of({"extract", "--bom", "--format", "json"}) == "--bom 只能和 --format csv 一起用");
  CHECK(error_of({"model", "--full", "a.txt", "--lang", "en"}) == "--full can only be used with --tables");
  CHECK(read({"extract", "--bom", "--format", "csv"}).byte_order_mark);
  CHECK(read({"model", "--tables", "--full", "a.txt"}).full);
}

TEST_CASE("extract takes any number of paths and formats of its own", "[cli]") {
  const Options options = read({"extract", "-f", "jsonl", "a", "b", "-j3"});
  CHECK(options.command->name == "extract");
  CHECK(options.format == "jsonl");
  CHECK(options.jobs == 3);
  CHECK(options.arguments.size() == 2);
  CHECK_FALSE(error_of({"extract", "-f", "sarif"}).empty());
}

TEST_CASE("an option that lacks its value is named", "[cli]") {
  CHECK(error_of({"--config"}) == "选项 --config 后面要有一个值");
  CHECK(error_of({"a", "-o"}).find("-o") != std::string::npos);
}

TEST_CASE("--help wins over what else is wrong", "[cli]") { CHECK(read({"--help", "--nonsense"}).help); }

}  // namespace
}  // namespace gialint
