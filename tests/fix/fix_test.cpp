#include "engine/fix/fix.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

// A rule that wants one word in place of another, wherever it stands.
struct Change {
  std::string rule;
  std::string from;
  std::string to;
  FixSafety safety = FixSafety::safe;
};

FileResult lint(const std::vector<Change>& rules, const std::string& bytes) {
  FileResult result;
  result.path = "report.txt";
  Result<SourceText> source = SourceText::from_bytes("report.txt", bytes);
  if (!source.ok()) {
    result.unreadable = source.failure();
    return result;
  }
  result.source = std::make_shared<const SourceText>(*std::move(source));
  const std::string_view text = result.source->text();
  for (const Change& rule : rules) {
    for (std::size_t at = text.find(rule.from); at != std::string_view::npos; at = text.find(rule.from, at + 1)) {
      Diagnostic& diagnostic = result.diagnostics.emplace_back();
      diagnostic.rule = rule.rule;
      diagnostic.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + rule.from.size())};
      diagnostic.fingerprint = rule.rule + std::to_string(result.diagnostics.size());
      diagnostic.fix = Fix{rule.safety, "", {{diagnostic.span, rule.to}}};
    }
  }
  std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
  return result;
}

Result<FixedFile> fix(const std::vector<Change>& rules, const std::string& bytes, const FixOptions& options = {}) {
  return fix_bytes(lint(rules, bytes), bytes, std::nullopt, options,
                   [&](const std::string& changed) { return lint(rules, changed); });
}

std::string failure_of(const std::vector<Change>& rules, const std::string& bytes) {
  const Result<FixedFile> file = fix(rules, bytes);
  return file.ok() ? "no failure: " + file->bytes : to_string(file.failure(), Language::en);
}

TEST_CASE("of fixes that touch, the later one waits for the next round", "[fix]") {
  std::vector<Diagnostic> diagnostics(4);
  diagnostics[0].fix = Fix{FixSafety::safe, "", {{{2, 4}, "X"}}};
  diagnostics[1].fix = Fix{FixSafety::safe, "", {{{0, 1}, ""}, {{6, 6}, "!"}}};
  diagnostics[2].fix = Fix{FixSafety::suggestion, "", {{{3, 5}, "Y"}}};
  diagnostics[3].fix = Fix{FixSafety::safe, "", {{{4, 5}, "Z"}}};
  CHECK(apply_fixes("abcdef", diagnostics) == "bXef!");
}

TEST_CASE("a fix is made as a whole or not at all", "[fix]") {
  std::vector<Diagnostic> diagnostics(2);
  diagnostics[0].fix = Fix{FixSafety::safe, "", {{{0, 1}, "A"}}};
  diagnostics[1].fix = Fix{FixSafety::safe, "", {{{0, 1}, "Z"}, {{4, 5}, "E"}}};
  CHECK(apply_fixes("abcdef", diagnostics) == "Abcdef");
}

TEST_CASE("a fix that changes nothing is none", "[fix]") {
  std::vector<Diagnostic> diagnostics(1);
  diagnostics[0].fix = Fix{FixSafety::safe, "", {{{0, 1}, "a"}}};
  CHECK(fixes_at_once("abc", diagnostics, [](const Diagnostic&) { return true; }).empty());
}

TEST_CASE("safe fixes are made, unsafe ones when asked for, suggestions never", "[fix]") {
  const std::vector<Change> rules = {{"a/safe", "甲", "一", FixSafety::safe},
                                     {"a/unsafe", "乙", "二", FixSafety::unsafe},
                                     {"a/suggestion", "丙", "三", FixSafety::suggestion}};
  const Result<FixedFile> safe = fix(rules, "甲，乙，丙");
  REQUIRE(safe.ok());
  CHECK(safe->bytes == "一，乙，丙");
  CHECK(safe->fixed == std::map<std::string, std::size_t>{{"a/safe", 1}});
  CHECK(safe->left.diagnostics.size() == 2);
  FixOptions options;
  options.unsafe = true;
  CHECK(fix(rules, "甲，乙，丙", options)->bytes == "一，二，丙");
}

TEST_CASE("what a fix brings to light is fixed in the next round", "[fix]") {
  const Result<FixedFile> file = fix({{"a/first", "甲乙", "丙"}, {"a/second", "丙", "丁"}}, "甲乙甲乙甲乙");
  REQUIRE(file.ok());
  CHECK(file->bytes == "丁丁丁");
  CHECK(file->fixed == std::map<std::string, std::size_t>{{"a/first", 3}, {"a/second", 3}});
  CHECK(file->left.diagnostics.empty());
}

TEST_CASE("rules that undo each other are named, and the file fails", "[fix]") {
  CHECK(failure_of({{"a/one", "甲", "乙"}, {"a/two", "乙", "甲"}}, "甲") ==
        "report.txt: the fixes of a/one and a/two undo each other; the file is left as it was");
}

TEST_CASE("a fix that comes again and again is given up", "[fix]") {
  CHECK(failure_of({{"a/grows", "甲", "甲乙"}}, "甲") ==
        "report.txt: the fixes of a/grows never come to an end; the file is left as it was");
  // Ten rounds are enough when ten are needed.
  std::vector<Change> chain;
  for (int i = 0; i < 10; ++i)
    chain.push_back(
        {"a/chain", std::string(1, static_cast<char>('a' + i)), std::string(1, static_cast<char>('b' + i))});
  CHECK(fix(chain, "字a字")->bytes == "字k字");
  chain.push_back({"a/chain", "k", "l"});
  CHECK_FALSE(fix(chain, "字a字").ok());
}

TEST_CASE("what cannot be made in the file is told once, and the others are made", "[fix]") {
  const std::vector<Change> rules = {
      {"a/first", "甲\uFFFD", "一"}, {"a/second", "\uFFFD乙", "二"}, {"a/third", "丙", "三"}};
  FixOptions options;
  const Result<FixedFile> file = fix(rules, "年报甲\xFF乙丙年度报告", options);
  REQUIRE(file.ok());
  CHECK(file->bytes == "年报甲\xFF乙三年度报告");
  REQUIRE(file->refused.size() == 2);
  CHECK(to_string(file->refused[0], Language::en) ==
        "report.txt:1:3: the fix of a/first was not made: bytes there do not decode");
  CHECK(file->left.diagnostics.size() == 2);
}

TEST_CASE("what the baseline knows stays as it is, in every round", "[fix]") {
  const std::vector<Change> rules = {{"a/known", "甲", "乙"}, {"b/new", "丙", "丁"}};
  FileResult first = lint(rules, "甲丙");
  first.in_baseline.push_back(first.diagnostics[0]);
  first.diagnostics.erase(first.diagnostics.begin());
  const Result<FixedFile> file =
      fix_bytes(first, "甲丙", std::nullopt, {}, [&](const std::string& changed) { return lint(rules, changed); });
  REQUIRE(file.ok());
  CHECK(file->bytes == "甲丁");
  CHECK(file->left.in_baseline.size() == 1);
  CHECK(file->left.diagnostics.empty());
}

TEST_CASE("a file that would be read in another encoding is left alone", "[fix]") {
  // Without the one character it is ASCII, which is UTF-8.
  const std::string bytes = "abc\xBC\xD7xyz";
  FixOptions options;
  const std::vector<Change> rules = {{"a/one", "甲", "a"}};
  const Result<FixedFile> file = fix_bytes(lint(rules, bytes), bytes, std::nullopt, options,
                                           [&](const std::string& changed) { return lint(rules, changed); });
  REQUIRE_FALSE(file.ok());
  CHECK(file.failure().what.en.find("it would be read as UTF-8, not GB18030") != std::string::npos);
}

}  // namespace
}  // namespace gialint
