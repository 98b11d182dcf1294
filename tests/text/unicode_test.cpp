#include "engine/text/unicode.hpp"

#include <string>

#include <catch2/catch.hpp>

using gialint::cell_width;
using gialint::code_point_at;
using gialint::is_blank;
using gialint::is_han;
using gialint::is_utf8;
using gialint::is_word;
using gialint::one_line;
using gialint::trim;

TEST_CASE("every code point survives UTF-8 and back") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 13) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string utf8;
    gialint::append_utf8(utf8, c);
    const auto back = code_point_at(utf8, 0);
    if (back.value != c || back.length != utf8.size()) FAIL("U+" << std::hex << static_cast<unsigned>(c));
  }
  CHECK(gialint::to_utf8(gialint::to_utf32("a申𠮷😀é")) == "a申𠮷😀é");
}

TEST_CASE("bytes that are no UTF-8 give U+FFFD, one byte long") {
  for (const char* bytes :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80", "\xFF", "\xE4", "\xE4\xB8", "\xF0\x9F\x98", "\xE4\x41\x41", "\xC3"}) {
    const auto c = code_point_at(bytes, 0);
    CHECK(c.value == 0xFFFD);
    CHECK(c.length == 1);
  }
  std::string surrogate;
  gialint::append_utf8(surrogate, 0xD800);
  CHECK(surrogate == "\uFFFD");
}

TEST_CASE("Chinese characters are told from other letters") {
  for (const char32_t c : {U'一', U'龥', U'〇', U'々', U'𠮷', U'㐀', char32_t{0xF900}, char32_t{0x2F00}}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_han(c));
  }
  for (const char32_t c : {U'a', U'１', U'，', U'カ', U'가', U'　', U'😀', char32_t{0x110000}}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_han(c));
  }
}

TEST_CASE("blanks are white space of every kind") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\r', U'\f', char32_t{0xA0}, char32_t{0x3000}, char32_t{0x200B},
                           char32_t{0xFEFF}, char32_t{0x2003}}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_blank(c));
    CHECK_FALSE(is_word(c));
  }
  for (const char32_t c : {U'a', U'。', U'〇', U'\0', U'_'}) CHECK_FALSE(is_blank(c));
}

TEST_CASE("words are letters, digits and Chinese characters") {
  for (const char32_t c : {U'a', U'Z', U'5', U'５', U'Ａ', U'一', U'〇', U'①', U'é', U'𠮷'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_word(c));
  }
  for (const char32_t c : {U'、', U'（', U'-', U'—', U'|', U'😀', U'\u0301', U'%'}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_word(c));
  }
}

TEST_CASE("a character takes the cells that terminals give it") {
  CHECK(cell_width(U'a') == 1);
  CHECK(cell_width(U'申') == 2);
  CHECK(cell_width(U'（') == 2);
  CHECK(cell_width(U'　') == 2);
  CHECK(cell_width(U'、') == 2);
  CHECK(cell_width(U'１') == 2);
  CHECK(cell_width(U'￥') == 2);
  CHECK(cell_width(U'ｱ') == 1);
  CHECK(cell_width(U'𠮷') == 2);
  CHECK(cell_width(U'😀') == 2);
  CHECK(cell_width(U'é') == 1);
  CHECK(cell_width(U'\u0301') == 0);
  CHECK(cell_width(U'\u200B') == 0);
  CHECK(cell_width(U'\n') == 0);
  CHECK(cell_width(U'\x7F') == 0);
  CHECK(cell_width(U'“') == 1);
  CHECK(cell_width(U'—', 2) == 2);
  CHECK(cell_width(U'“', 2) == 2);
}

TEST_CASE("trimming takes blanks of every kind from both ends and leaves those within") {
  const std::string text = "\t\u3000 政府 信息\u00A0\r\n";
  CHECK(trim(text) == "政府 信息");
  CHECK(trim(text).data() == text.data() + 5);
  CHECK(trim(" \u3000\n").empty());
  CHECK(trim("").empty());
  CHECK(trim("公开") == "公开");
  CHECK(trim("\x80 ") == "\x80");
}

TEST_CASE("a text goes on one line", "[text]") {
  CHECK(one_line("本年度\n止件数") == "本年度止件数");
  CHECK(one_line("本年度 \r\n\t止件数") == "本年度止件数");
  CHECK(one_line("two\nwords") == "two words");
  CHECK(one_line("共\u202E85\u2069件\u061C") == "共\\u{202e}85\\u{2069}件\\u{61c}");
  CHECK(one_line("2\n件") == "2 件");
  CHECK(one_line("\n 两端 \n") == "两端");
  CHECK(one_line("公开 开") == "公开 开");
  CHECK(one_line("“引”—号") == "“引”—号");
  CHECK(one_line(std::string("a\0b", 3)) == "a b");
}

TEST_CASE("bytes that are no UTF-8 are recognised", "[text]") {
  CHECK(is_utf8("中文 abc \xEF\xBF\xBD"));
  CHECK_FALSE(is_utf8("\xE4\xB8"));
  CHECK_FALSE(is_utf8("a\xFF"));
}
