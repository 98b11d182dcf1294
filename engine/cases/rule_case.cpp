#include "engine/cases/rule_case.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A line without its end, and where the next one begins.
struct Line {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t next = 0;
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  const std::string_view line_end = line_end_of(text);
  for (std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t next = std::min(end + 1, text.size());
    std::string_view line = text.substr(at, end - at);
    if (line_end.size() == 2 && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back({line, at, next});
    at = next;
  }
  return lines;
}

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
        word += escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped;
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

std::optional<ExpectedDiagnostic> read_expected(std::string_view line) {
  Words words(trim(line));
  ExpectedDiagnostic expected;
  expected.label = words.next();
  if (!words.at_end()) expected.severity = words.next();
  if (!words.at_end()) expected.message_id = words.next();
  if (!severity_named(expected.severity) || expected.message_id.empty()) return std::nullopt;
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
    for (const Line& line : split_lines(text)) {
      ++line_;
      if (line.text.starts_with("=== ")) {
        end_case(line.begin);
        begin_case(line.text.substr(4));
      } else if (line.text.starts_with("--- ")) {
        if (std::optional<Failure> failure = begin_part(trim(line.text.substr(4)), line.next)) return *failure;
      } else if (std::optional<Failure> failure = take(line)) {
        return *failure;
      }
    }
    if (cases_.empty())
      return failed(Sentence("没有用例：用例以一行“=== 标题”开头", "no case: a case begins with a line '=== title'"));
    end_case(text.size());
    for (RuleCase& rule_case : cases_) {
      strip_last_line_end(rule_case.report);
      for (RuleCase::NamedReport& report : rule_case.corpus) strip_last_line_end(report.text);
      if (rule_case.previous) strip_last_line_end(*rule_case.previous);
      if (rule_case.fixed) strip_last_line_end(*rule_case.fixed);
      if (rule_case.report.empty() && rule_case.corpus.empty()) {
        line_ = rule_case.line;
        static constexpr Sentence no_report("用例“{}”没有 --- report，或者它是空的",
                                            "the case '{}' has no --- report, or an empty one");
        return failed(no_report.with(rule_case.title));
      }
    }
    return std::move(cases_);
  }

 private:
  enum class Part { none, options, report, corpus, region, previous, expect, fixed };

  void begin_case(std::string_view title) {
    RuleCase next;
    next.line = line_;
    next.todo = title.starts_with("todo: ");
    next.title = trim(title.substr(next.todo ? 6 : 0));
    cases_.push_back(std::move(next));
    part_ = Part::none;
  }

  void end_case(std::size_t at) {
    if (!cases_.empty()) cases_.back().end = at;
  }

  /// `next` is where the line after the part's head begins.
  std::optional<Failure> begin_part(std::string_view name, std::size_t next) {
    if (cases_.empty()) return unknown_part(name);
    RuleCase& rule_case = cases_.back();
    bool twice = false;
    if (name == "options") {
      part_ = Part::options;
    } else if (name == "report") {
      part_ = Part::report;
      twice = !rule_case.report.empty();
    } else if (name.starts_with("report ")) {
      part_ = Part::corpus;
      rule_case.corpus.push_back({std::string(trim(name.substr(7))), ""});
    } else if (name.starts_with("region ")) {
      part_ = Part::region;
      rule_case.regions.push_back({std::string(trim(name.substr(7))), {}});
    } else if (name == "previous") {
      part_ = Part::previous;
      twice = rule_case.previous.has_value();
      rule_case.previous.emplace();
    } else if (name == "expect") {
      part_ = Part::expect;
      twice = rule_case.expect_range.has_value();
      rule_case.expect_range = FileRange{next, next};
    } else if (name == "fixed") {
      part_ = Part::fixed;
      twice = rule_case.fixed.has_value();
      rule_case.fixed.emplace();
      rule_case.fixed_range = FileRange{next, next};
    } else {
      return unknown_part(name);
    }
    if (!twice) return std::nullopt;
    static constexpr Sentence already("这个用例已经有 --- {} 了", "this case has a part --- {} already");
    return failed(already.with(name));
  }

  std::optional<Failure> take(const Line& line) {
    const std::string_view text = line.text;
    switch (part_) {
      case Part::report:
        cases_.back().report.append(text).append("\n");
        break;
      case Part::corpus:
        cases_.back().corpus.back().text.append(text).append("\n");
        break;
      case Part::region:
        if (!trim(text).empty()) cases_.back().regions.back().bodies.emplace_back(trim(text));
        break;
      case Part::previous:
        cases_.back().previous->append(text).append("\n");
        break;
      case Part::fixed:
        cases_.back().fixed->append(text).append("\n");
        cases_.back().fixed_range->end = line.next;
        break;
      case Part::expect:
        if (!trim(text).empty()) {
          std::optional<ExpectedDiagnostic> expected = read_expected(text);
          if (!expected) {
            return failed(Sentence("这里应写：标签 级别 消息编号 名称=值 … related=标签,标签",
                                   "wanted here: LABEL severity message_id name=value … related=LABEL,LABEL"));
          }
          cases_.back().expected.push_back(*std::move(expected));
          cases_.back().expected_lines.emplace_back(text);
          cases_.back().expect_range->end = line.next;
        }
        break;
      case Part::options:
        return take_option(trim(text));
      case Part::none:
        if (!trim(text).empty() && text.front() != '#') {
          return failed(
              Sentence("这一行不属于任何部分：用例以“=== 标题”开头，其下是 --- report、--- expect 等",
                       "text outside of a part: a case begins with '=== title', and has --- report, --- expect, …"));
        }
    }
    return std::nullopt;
  }

  std::optional<Failure> take_option(std::string_view line) {
    if (line.empty()) return std::nullopt;
    const std::size_t equals = line.find('=');
    const std::optional<OptionValue> value =
        equals == std::string_view::npos ? std::nullopt : read_value(trim(line.substr(equals + 1)));
    if (!value) {
      return failed(Sentence("这里应写：名称 = 值；值可以是 true、3、\"文字\" 或者 [\"甲\", \"乙\"]",
                             "name = value expected; a value is true, 3, \"text\" or [\"a\", \"b\"]"));
    }
    const std::string name(trim(line.substr(0, equals)));
    cases_.back().options.emplace(name, *value);
    cases_.back().option_lines.emplace(name, line_);
    return std::nullopt;
  }

  static void strip_last_line_end(std::string& text) {
    if (!text.empty() && text.back() == '\n') text.pop_back();
  }

  [[nodiscard]] Failure unknown_part(std::string_view name) const {
    static constexpr Sentence unknown(
        "这里不能有 --- {}；一个用例里可以有 options, report, previous, region, expect, fixed",
        "--- {} is not known here; a case may have options, report, previous, region, expect, fixed");
    return failed(unknown.with(name));
  }
  [[nodiscard]] Failure failed(const Bilingual& what) const { return {{file_, std::max(line_, 1U)}, what}; }

  std::string file_;
  std::uint32_t line_ = 0;
  Part part_ = Part::none;
  std::vector<RuleCase> cases_;
};

}  // namespace

Result<std::vector<RuleCase>> read_rule_cases(std::string_view text, const std::string& file) {
  if (!is_utf8(text)) {
    static constexpr Sentence no_utf8("用例文件应为 UTF-8 编码", "a file of cases is UTF-8");
    return Failure{{file}, no_utf8};
  }
  return CaseReader(file).read(text);
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

}  // namespace gialint
