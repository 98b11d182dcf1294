#include "engine/runner/rule_case.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// Takes words of one line: plain ones, and "…" with \" \\ \n \t inside.
class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}

  [[nodiscard]] bool at_end() {
    rest_ = trim(rest_);
    return rest_.empty();
  }

  /// Up to a blank, or up to and without `stop`. Quoted parts are taken as they are meant.
  std::string next(char stop = ' ') {
    std::string word;
    bool quoted = false;
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (!quoted && (c == ' ' || c == stop)) break;
      rest_.remove_prefix(1);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted && c == '\\' && !rest_.empty()) {
        const char escaped = rest_.front();
        rest_.remove_prefix(1);
        word += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
      } else {
        word += c;
      }
    }
    if (!rest_.empty() && rest_.front() == stop) rest_.remove_prefix(1);
    return word;
  }

 private:
  std::string_view rest_;
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

Result<ExpectedDiagnostic> read_expected(std::string_view line) {
  Words words(line);
  ExpectedDiagnostic expected;
  expected.label = words.next();
  if (!words.at_end()) expected.severity = words.next();
  if (!words.at_end()) expected.message_id = words.next();
  if (!severity_named(expected.severity) || expected.message_id.empty()) {
    return Failure{"", "LABEL severity message_id name=value … related=a,b expected"};
  }
  while (!words.at_end()) {
    const std::string name = words.next('=');
    const std::string value = words.next();
    if (name == "related") {
      expected.related = split(value, ',');
    } else {
      expected.facts.push_back({name, value});
    }
  }
  std::sort(expected.facts.begin(), expected.facts.end(), [](const Fact& a, const Fact& b) { return a.name < b.name; });
  return expected;
}

/// `true`, `3`, `"text"`, `["a", "b"]`.
std::optional<OptionValue> read_value(std::string_view text) {
  if (text == "true" || text == "false") return OptionValue(text == "true");
  const auto unquoted = [](std::string_view word) -> std::optional<std::string> {
    if (word.size() < 2 || word.front() != '"' || word.back() != '"') return std::nullopt;
    return std::string(word.substr(1, word.size() - 2));
  };
  if (const std::optional<std::string> word = unquoted(text)) return OptionValue(*word);
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    std::vector<std::string> list;
    for (const std::string& item : split(text.substr(1, text.size() - 2), ',')) {
      const std::optional<std::string> word = unquoted(trim(item));
      if (!word) return std::nullopt;
      list.push_back(*word);
    }
    return OptionValue(list);
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return OptionValue(number);
}

/// Reads a `.test` file line by line.
class CaseReader {
 public:
  explicit CaseReader(std::string file) : file_(std::move(file)) {}

  Result<std::vector<RuleCase>> read(std::string_view text) {
    for (const std::string_view line : split_lines(text)) {
      ++line_;
      if (starts_with(line, "=== ")) {
        begin_case(line.substr(4));
      } else if (starts_with(line, "--- ")) {
        if (!begin_part(trim(line.substr(4)))) return failed("part “" + std::string(line) + "” is not known here");
      } else if (std::optional<Failure> failure = take(line)) {
        return *failure;
      }
    }
    if (cases_.empty()) return failed("no case");
    for (RuleCase& each : cases_) {
      strip_last_line_end(each.report);
      for (RuleCase::NamedReport& report : each.corpus) strip_last_line_end(report.text);
      if (each.previous) strip_last_line_end(*each.previous);
      if (each.fixed) strip_last_line_end(*each.fixed);
      if (each.report.empty() && each.corpus.empty())
        return Failure{place(each.line), "case “" + each.title + "” has no report"};
    }
    return std::move(cases_);
  }

 private:
  enum class Part { none, options, report, corpus, region, previous, expect, fixed };

  void begin_case(std::string_view title) {
    RuleCase next;
    next.line = line_;
    next.todo = starts_with(title, "todo: ");
    next.title = title.substr(next.todo ? 6 : 0);
    cases_.push_back(std::move(next));
    part_ = Part::none;
  }

  bool begin_part(std::string_view name) {
    if (cases_.empty()) return false;
    if (name == "options") {
      part_ = Part::options;
    } else if (name == "report") {
      part_ = Part::report;
    } else if (starts_with(name, "report ")) {
      part_ = Part::corpus;
      cases_.back().corpus.push_back({std::string(trim(name.substr(7))), ""});
    } else if (starts_with(name, "region ")) {
      part_ = Part::region;
      cases_.back().regions.push_back({std::string(trim(name.substr(7))), {}});
    } else if (name == "previous") {
      part_ = Part::previous;
      cases_.back().previous.emplace();
    } else if (name == "expect") {
      part_ = Part::expect;
    } else if (name == "fixed") {
      part_ = Part::fixed;
      cases_.back().fixed.emplace();
    } else {
      return false;
    }
    return true;
  }

  std::optional<Failure> take(std::string_view line) {
    switch (part_) {
      case Part::report:
        cases_.back().report.append(line).append("\n");
        break;
      case Part::corpus:
        cases_.back().corpus.back().text.append(line).append("\n");
        break;
      case Part::region:
        if (!trim(line).empty()) cases_.back().regions.back().bodies.emplace_back(trim(line));
        break;
      case Part::previous:
        cases_.back().previous->append(line).append("\n");
        break;
      case Part::fixed:
        cases_.back().fixed->append(line).append("\n");
        break;
      case Part::expect:
        if (!trim(line).empty()) {
          Result<ExpectedDiagnostic> expected = read_expected(line);
          if (!expected) return failed(expected.failure().what);
          cases_.back().expected.push_back(*std::move(expected));
        }
        break;
      case Part::options:
        return take_option(trim(line));
      case Part::none:
        if (!trim(line).empty() && line.front() != '#') return failed("text outside of a part");
    }
    return std::nullopt;
  }

  std::optional<Failure> take_option(std::string_view line) {
    if (line.empty()) return std::nullopt;
    const std::size_t equals = line.find('=');
    const std::optional<OptionValue> value =
        equals == std::string_view::npos ? std::nullopt : read_value(trim(line.substr(equals + 1)));
    if (!value) return failed("name = value expected; a value is true, 3, \"text\" or [\"a\", \"b\"]");
    cases_.back().options.emplace(std::string(trim(line.substr(0, equals))), *value);
    return std::nullopt;
  }

  static void strip_last_line_end(std::string& text) {
    if (!text.empty() && text.back() == '\n') text.pop_back();
  }

  [[nodiscard]] std::string place(std::uint32_t line) const { return fmt::format("{}:{}", file_, line); }
  [[nodiscard]] Failure failed(std::string what) const { return {place(line_), std::move(what)}; }

  std::string file_;
  std::uint32_t line_ = 0;
  Part part_ = Part::none;
  std::vector<RuleCase> cases_;
};

}  // namespace

Result<std::vector<RuleCase>> read_rule_cases(std::string_view text, const std::string& file) {
  return CaseReader(file).read(text);
}

}  // namespace gialint
