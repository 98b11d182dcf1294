#include "engine/text/prefilter.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/pattern.hpp"

namespace gialint {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("the words that an expression requires are found, and nothing is required that is not") {
  CHECK(required_words("公开") == Words{"公开"});
  CHECK(required_words("公开|不予") == Words{"公开", "不予"});
  CHECK(required_words("[一二]年度(?:报告|总结)") == Words{"年度"});
  CHECK(required_words("(\\d+)件(?:申请书|建议案)") == Words{"申请书", "建议案"});
  CHECK(required_words("公开?信息") == Words{"信息"});
  CHECK(required_words("政府公开{0,2}信息") == Words{"政府公"});
  CHECK(required_words("公开信{2}息") == Words{"公开信"});
  CHECK(required_words("公开信+息") == Words{"公开信"});
  CHECK(required_words(R"(\Q公|开)\E*年度|\Q(甲乙\E)") == Words{"公|开", "(甲乙"});
  CHECK(required_words("(?m)^公开\\s*$") == Words{"公开"});
  CHECK(required_words("(?P<what>公开)。") == Words{"公开"});
  CHECK(required_words(R"(公开\.txt|[]公]年度)") == Words{"公开.txt", "年度"});
  for (const char* const none : {"",
                                 "公",
                                 "a",
                                 "公开|",
                                 "公开|年",
                                 "(?:公开)?",
                                 "(?:公开)*年",
                                 "(公开|.)",
                                 "(?i)abcd",
                                 "(?i:公开)x",
                                 "[公开]",
                                 "\\p{Han}+",
                                 "公\\x{5F00}",
                                 "\\101bcd公开",
                                 "公开(",
                                 "公开)",
                                 "((((((((((((((((((((((公开))))))))))))))))))))))",
                                 "[[:alpha:]公开]",
                                 "[[:]公开|.",
                                 "公开|(?:)"}) {
    INFO(none);
    CHECK(required_words(none).empty());
  }
}

TEST_CASE("what a prefilter does not admit does not match") {
  const std::vector<std::string> pieces = {
      "公开",  "年度", "甲",  "乙",  "(?:",         "(",   ")",   "|",         "?", "*",   "+",   "{2}",
      "{0,1}", ".",    "[甲", "]",   "\\Q",         "\\E", "\\s", "^",         "$", "ab",  "\\.", "[^乙]",
      "(?m)",  "\\d",  "3",   "\\b", "[[:digit:]]", "{",   "}",   "\\x{516C}", "-", "信息"};
  const std::vector<std::string> words = {"公开", "年度", "甲", "乙", "ab", "3", ".", "信息",
                                          "|",    "(",    "\n", "公", "开", "?", "-"};
  std::mt19937 random(20231);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same every time
  const auto draw = [&](const std::vector<std::string>& from, std::size_t most) {
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) text += from[random() % from.size()];
    return text;
  };
  int sound = 0;
  int refused = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::string expression = draw(pieces, 9);
    const Result<Pattern> pattern = Pattern::compile(expression);
    if (!pattern.ok()) continue;
    ++sound;
    const Prefilter prefilter(expression);
    for (int i = 0; i < 6; ++i) {
      const std::string text = draw(words, 12);
      if (prefilter.admits(TextSignature(text))) continue;
      ++refused;
      if (pattern->is_in(text)) FAIL(expression << " matches " << text);
    }
  }
  CHECK(sound > 5000);
  CHECK(refused > 5000);
}

TEST_CASE("a signature tells words that stand in a text from words that do not") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "第" + std::to_string(i) + "项工作";
  const TextSignature signature(text);
  CHECK(Prefilter("1234项工").admits(signature));
  CHECK(Prefilter("没有|项工作第").admits(signature));
  CHECK_FALSE(Prefilter("没有这句话").admits(signature));
  CHECK_FALSE(Prefilter("公开").admits(TextSignature("")));
}

}  // namespace
}  // namespace gialint
