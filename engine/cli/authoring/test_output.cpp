#include "engine/cli/authoring/test_output.hpp"

#include <set>
#include <string_view>

#include "engine/cases/expectation.hpp"
#include "engine/cli/console/messages.hpp"
#include "engine/json/json_writer.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/places.hpp"
#include "reporters/xml.hpp"

namespace gialint {

namespace messages {

constexpr Sentence case_differs("用例“{}”（{}）：报出的和 expect 不同",
                                "case '{}' ({}): what was found is not what is expected");
constexpr Sentence case_fixed_differs("用例“{}”（{}）：改好的文字和 fixed 不同",
                                      "case '{}' ({}): the text after the fixes is not the one expected");
constexpr Sentence case_no_message("用例“{}”（{}）：有一处报出时没有文字", "case '{}' ({}): a diagnostic has no text");
constexpr Sentence case_not_run("用例“{}”（{}）不能运行：{}", "case '{}' ({}) cannot be run: {}");
constexpr Sentence case_to_do_passes("用例“{}”已经通过：去掉标题前的“todo: ”",
                                     "case '{}' passes: take 'todo: ' away from its title");
constexpr Sentence message_not_reached("没有用例报出消息 {}", "no case says the message {}");
constexpr Sentence rule_untested("没有用例：旁边缺少 {}", "no cases: there is no {} beside it");
constexpr Sentence file_rewritten("已改写", "rewritten");
constexpr Sentence tests_summary("{} 个用例文件，{} 个用例：通过 {}，未通过 {}",
                                 "{} files, {} cases: {} passed, {} failed");
constexpr Sentence tests_broken("；不能运行 {}", "; {} could not be run");
constexpr Sentence tests_not_in_gb18030("；未按 GB18030 运行 {}", "; {} not run in GB18030");
constexpr Sentence tests_to_do("，待办 {}", ", {} to do");

}  // namespace messages

namespace {

bool is_broken(const CaseResult& each) {
  return each.status() == CaseStatus::failed &&
         (each.outcome.fault == CaseFault::unsound || each.outcome.fault == CaseFault::rule_failed);
}

/// What is wrong with a case, in one sentence; empty when nothing is.
std::string sentence(const CaseResult& each, Language language) {
  if (each.status() == CaseStatus::to_do_passes) return say(messages::case_to_do_passes, language, each.title);
  if (each.status() != CaseStatus::failed) return {};
  const std::string_view variant = variant_name(each.outcome.variant);
  switch (each.outcome.fault) {
    case CaseFault::none:
      return {};
    case CaseFault::differs:
      return say(messages::case_differs, language, each.title, variant);
    case CaseFault::fixed_differs:
      return say(messages::case_fixed_differs, language, each.title, variant);
    case CaseFault::no_message:
      return say(messages::case_no_message, language, each.title, variant);
    case CaseFault::unsound:
      return say(messages::case_not_run, language, each.title, variant, each.outcome.failure.what);
    case CaseFault::rule_failed:
      return say(messages::case_not_run, language, each.title, variant, with_place(each.outcome.failure));
  }
  return {};
}

/// A marked text in its brackets, on one line and not too long.
std::string in_brackets(const std::string& marked) {
  constexpr std::size_t most = 40;  // characters
  std::string shown;
  std::size_t count = 0;
  for (std::size_t at = 0; at < marked.size(); at += code_point_at(marked, at).length) {
    if (++count > most) {
      shown += "…";
      break;
    }
    shown += marked.substr(at, code_point_at(marked, at).length);
  }
  return "⟦" + escaped(shown) + "⟧";
}

/// "  - 1 error sum total=13  ⟦13⟧"
std::string told_line(const DifferenceLine& line) {
  std::string told = "  " + std::string(1, line.sign) + " " + printable(line.text);
  if (line.marked) told += "  " + printable(in_brackets(*line.marked));
  if (!line.message.empty()) told += "  " + printable(line.message);
  return told + "\n";
}

/// Where a case is to be looked at.
FilePlace place_of(const TestFile& file, const CaseResult& each) {
  const FilePlace& own = each.outcome.failure.where;
  const bool has_own = each.outcome.fault == CaseFault::unsound && own.path.empty() && own.line > 0;
  return {file.file.string(), has_own ? own.line : each.line};
}

std::string as_text(const TestRun& run, Language language) {
  std::string text;
  std::set<std::string> told;
  for (const Failure& failure : run.failures) text += error_line(failure, language);
  for (const TestFileResult& result : run.results) {
    for (const Failure& failure : result.failures) {
      // What is wrong with a pack keeps all of its files from being run, and is told once.
      if (told.insert(to_string(failure, language)).second) text += error_line(failure, language);
    }
    for (const CaseResult& each : result.cases) text += case_report(result.file, each, language);
    for (const UnreachedMessage& message : result.unreached) {
      text += printable(to_string(message.where) + ": warning: " +
                        say(messages::message_not_reached, language, message.id) + " [" + result.file.id + "]") +
              "\n";
    }
    if (result.updated)
      text += printable(result.file.file.string() + ": " + say(messages::file_rewritten, language)) + "\n";
  }
  for (const std::filesystem::path& rule : run.untested) {
    const std::string test = std::filesystem::path(rule).replace_extension(".test").filename().string();
    text += printable(rule.string() + ":1: warning: " + say(messages::rule_untested, language, test)) + "\n";
  }
  return text;
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors, std::size_t skipped) {
  return xml_attribute("tests", std::to_string(tests)) + xml_attribute("failures", std::to_string(failures)) +
         xml_attribute("errors", std::to_string(errors)) + xml_attribute("skipped", std::to_string(skipped));
}

std::string junit_error(const std::string& classname, const std::string& name, const Failure& failure,
                        Language language) {
  return "    <testcase" + xml_attribute("classname", classname) + xml_attribute("name", name) + ">\n      <error" +
         xml_attribute("message", to_string(failure, language)) + "/>\n    </testcase>\n";
}

std::string junit_case(const TestFile& file, const CaseResult& each, Language language) {
  const std::string head = "    <testcase" + xml_attribute("classname", file.id) + xml_attribute("name", each.title) +
                           xml_attribute("file", file.file.generic_string()) +
                           xml_attribute("line", std::to_string(each.line));
  if (each.status() == CaseStatus::passed) return head + "/>\n";
  if (each.status() == CaseStatus::to_do) return head + ">\n      <skipped message=\"todo\"/>\n    </testcase>\n";
  const std::string tag = is_broken(each) ? "error" : "failure";
  return head + ">\n      <" + tag + xml_attribute("message", sentence(each, language)) + ">" +
         xml_text(case_report(file, each, language)) + "</" + tag + ">\n    </testcase>\n";
}

std::string as_junit(const TestRun& run, Language language) {
  std::string suites;
  std::size_t tests = run.failures.size();
  std::size_t failures = 0;
  std::size_t errors = run.failures.size();
  std::size_t skipped = 0;
  if (!run.failures.empty()) {
    suites += "  <testsuite" + xml_attribute("name", "gialint") + counts(errors, 0, errors, 0) + ">\n";
    for (const Failure& failure : run.failures)
      suites += junit_error("gialint", to_string(failure.where), failure, language);
    suites += "  </testsuite>\n";
  }
  for (const TestFileResult& result : run.results) {
    TestRun one;
    one.results.push_back(result);
    const TestTotals totals = totals_of(one);
    const std::size_t count = totals.cases + result.failures.size();
    suites += "  <testsuite" + xml_attribute("name", result.file.file.generic_string()) +
              counts(count, totals.failed, totals.broken, totals.to_do) + ">\n";
    for (const Failure& failure : result.failures)
      suites += junit_error(result.file.id, result.file.file.generic_string(), failure, language);
    for (const CaseResult& each : result.cases) suites += junit_case(result.file, each, language);
    suites += "  </testsuite>\n";
    tests += count;
    failures += totals.failed;
    errors += totals.broken;
    skipped += totals.to_do;
  }
  return std::string(xml_head) + "<testsuites" + xml_attribute("name", "gialint test") +
         counts(tests, failures, errors, skipped) + ">\n" + suites + "</testsuites>\n";
}

std::string_view status_word(const CaseResult& each) {
  if (is_broken(each)) return "broken";
  switch (each.status()) {
    case CaseStatus::passed:
      return "passed";
    case CaseStatus::failed:
      return "failed";
    case CaseStatus::to_do:
      return "todo";
    case CaseStatus::to_do_passes:
      return "todo_passes";
  }
  return {};
}

void write(JsonWriter& json, const std::vector<Failure>& failures, Language language) {
  json.begin_array();
  for (const Failure& failure : failures)
    json.begin_object()
        .member("where", to_string(failure.where))
        .member("what", failure.what.in(language))
        .end_object();
  json.end_array();
}

void write(JsonWriter& json, const CaseResult& each, Language language) {
  json.begin_object().member("title", each.title).member("line", each.line).member("status", status_word(each));
  json.member("gb18030", !each.outcome.not_in_gb18030);
  if (each.status() == CaseStatus::failed || each.status() == CaseStatus::to_do_passes) {
    json.member("variant", variant_name(each.outcome.variant)).member("message", sentence(each, language));
    json.key("difference").begin_array();
    for (const DifferenceLine& line : each.outcome.difference) {
      json.begin_object().member("sign", std::string(1, line.sign)).member("text", line.text);
      if (line.marked) json.member("marked", *line.marked);
      if (!line.message.empty()) json.member("message", line.message);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

std::string as_json(const TestRun& run, Language language) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("schema", "gialint-test/1").key("failures");
  write(json, run.failures, language);
  json.key("files").begin_array();
  for (const TestFileResult& result : run.results) {
    json.begin_object().member("file", result.file.file.generic_string()).member("rule", result.file.id);
    write(json.key("failures"), result.failures, language);
    json.key("cases").begin_array();
    for (const CaseResult& each : result.cases) write(json, each, language);
    json.end_array();
    json.key("unreached").begin_array();
    for (const UnreachedMessage& message : result.unreached)
      json.begin_object().member("where", to_string(message.where)).member("message", message.id).end_object();
    json.end_array().end_object();
  }
  json.end_array().key("untested").begin_array();
  for (const std::filesystem::path& rule : run.untested) json.value(std::string_view(rule.generic_string()));
  const TestTotals totals = totals_of(run);
  json.end_array().key("summary").begin_object();
  json.member("files", totals.files).member("cases", totals.cases).member("passed", totals.passed);
  json.member("failed", totals.failed).member("todo", totals.to_do).member("broken", totals.broken);
  json.member("not_in_gb18030", totals.not_in_gb18030).end_object().end_object();
  return text + "\n";
}

}  // namespace

TestTotals totals_of(const TestRun& run) {
  TestTotals totals;
  totals.broken = run.failures.size();
  totals.unreached = run.untested.size();
  for (const TestFileResult& result : run.results) {
    ++totals.files;
    totals.broken += result.failures.size();
    totals.unreached += result.unreached.size();
    for (const CaseResult& each : result.cases) {
      ++totals.cases;
      totals.not_in_gb18030 += each.outcome.not_in_gb18030 ? 1 : 0;
      if (is_broken(each)) {
        ++totals.broken;
      } else if (each.status() == CaseStatus::passed) {
        ++totals.passed;
      } else if (each.status() == CaseStatus::to_do) {
        ++totals.to_do;
      } else {
        ++totals.failed;
      }
    }
  }
  return totals;
}

Status status_of(const TestTotals& totals, bool strict_coverage) {
  if (totals.broken > 0) return Status::failed;
  return totals.failed > 0 || (strict_coverage && totals.unreached > 0) ? Status::diagnostics : Status::clean;
}

std::string test_output(const TestRun& run, const std::string& format, Language language) {
  if (format == "junit") return as_junit(run, language);
  return format == "json" ? as_json(run, language) : as_text(run, language);
}

std::string error_line(const Failure& failure, Language language) {
  const std::string where = failure.where.path.empty() ? "" : to_string(failure.where) + ": ";
  return printable(where + "error: " + failure.what.in(language)) + "\n";
}

std::string case_report(const TestFile& file, const CaseResult& each, Language language) {
  const std::string what = sentence(each, language);
  if (what.empty()) return {};
  std::string text = printable(to_string(place_of(file, each)) + ": error: " + what + " [" + file.id + "]") + "\n";
  for (const DifferenceLine& line : each.outcome.difference) text += told_line(line);
  return text;
}

std::string test_summary(const TestTotals& totals, Language language) {
  std::string text = say(messages::tests_summary, language, std::to_string(totals.files), std::to_string(totals.cases),
                         std::to_string(totals.passed), std::to_string(totals.failed));
  const auto add = [&](const Sentence& sentence, std::size_t count) {
    if (count > 0) text += say(sentence, language, std::to_string(count));
  };
  add(messages::tests_to_do, totals.to_do);
  add(messages::tests_broken, totals.broken);
  add(messages::tests_not_in_gb18030, totals.not_in_gb18030);
  return text;
}

}  // namespace gialint
