// A text that was edited a thousand times is the text that it looks like: its diagnostics are those of a text that was
// opened afresh, in every unit that clients count in.

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/lsp/conversation.hpp"

namespace gialint {
namespace {

using test::Conversation;

constexpr int edits = 1000;
constexpr int edits_between_checks = 25;

// What people type and what trips those who count: of one to four bytes, of one or two units, line ends of all kinds.
const std::vector<std::u32string> pieces = {U"年",   U"𠮷",       U"😀",    U"\r\n",
                                            U"\n",   U"\r",       U"a",    U"é",
                                            U"１２", U"贯彻落实", U"\t",   U"本年新收政府信息公开申请3件",
                                            U"、",   U"\r\n\r\n", U"三、", U"👨‍👩‍👧",
                                            U"0"};

const std::u32string& report() {
  static const std::u32string text = to_utf32(
      "青山县水务局2023年政府信息公开工作年度报告\r\n\r\n一、总体情况\r\n😀我局全年主动认真贯彻落实认真贯彻落实《条例》"
      "，𠮷祥路收到申请3"
      "件。\r\n"
      "四、政府信息公开行政复议、行政诉讼情况\n\n"
      "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
      "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
      "1\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n\n五、存在的主要问题及改进情况\n尚有不足。\n");
  return text;
}

// The line and the units before `at` in it, as a Position: counted here without any help of what is tested.
std::string position(const std::u32string& text, std::size_t at, std::string_view encoding) {
  std::size_t line = 0;
  std::size_t units = 0;
  for (std::size_t i = 0; i < at; ++i) {
    const char32_t c = text[i];
    if (c == U'\n' || (c == U'\r' && (i + 1 == text.size() || text[i + 1] != U'\n'))) {
      ++line;
      units = 0;
    } else if (c != U'\r') {
      if (encoding == "utf-8") units += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (encoding == "utf-16") units += c < 0x10000 ? 1 : 2;
      if (encoding == "utf-32") units += 1;
    }
  }
  return R"({"line":)" + std::to_string(line) + R"(,"character":)" + std::to_string(units) + "}";
}

// A place that a position can name: not between "\r" and "\n".
std::size_t place(const std::u32string& text, std::mt19937& random) {
  std::size_t at = random() % (text.size() + 1);
  if (at > 0 && at < text.size() && text[at - 1] == U'\r' && text[at] == U'\n') --at;
  return at;
}

TEST_CASE("a thousand edits leave what opening the result afresh shows", "[lsp]") {
  for (const std::string encoding : {"utf-8", "utf-16", "utf-32"}) {
    INFO(encoding);
    const std::string capabilities =
        R"({"general":{"positionEncodings":[")" + encoding + R"("]},"textDocument":{"diagnostic":{}}})";
    Conversation edited(test::workspace_options());
    Conversation fresh(test::workspace_options());
    edited.begin(capabilities);
    fresh.begin(capabilities);
    std::mt19937 random(20231);
    std::u32string text = report();
    edited.open("untitled:a", to_utf8(text));
    std::size_t diagnostics = 0;
    for (int i = 1; i <= edits; ++i) {
      std::string changes;
      for (std::size_t count = 1 + random() % 2; count > 0; --count) {
        std::size_t begin = place(text, random);
        // Now and then over several lines.
        std::size_t end = std::min(text.size(), begin + (random() % 20 == 0 ? random() % 60 : random() % 3));
        if (end > 0 && end < text.size() && text[end - 1] == U'\r' && text[end] == U'\n') ++end;
        std::u32string put = random() % 4 == 0 ? U"" : pieces[random() % pieces.size()];
        // Long enough to stay a report.
        if (text.size() < report().size() / 2) put += report().substr(random() % report().size(), 40);
        if (!changes.empty()) changes += ",";
        changes += R"({"range":{"start":)" + position(text, begin, encoding) + R"(,"end":)" +
                   position(text, end, encoding) + R"(},"text":)" + test::quoted(to_utf8(put)) + "}";
        text.replace(begin, end - begin, put);
      }
      edited.change("untitled:a", changes);
      if (i % edits_between_checks != 0) continue;
      fresh.open("untitled:a", to_utf8(text));
      const std::string pull = R"({"textDocument":{"uri":"untitled:a"}})";
      const JsonValue one = edited.request("textDocument/diagnostic", pull);
      const JsonValue other = fresh.request("textDocument/diagnostic", pull);
      INFO(i << "\n" << to_utf8(text));
      REQUIRE(one["resultId"].string() == other["resultId"].string());
      diagnostics += one["items"].elements().size();
    }
    CHECK(diagnostics > edits / edits_between_checks);
  }
}

}  // namespace
}  // namespace gialint
