#include "engine/fix/fix_bytes.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/gb18030.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

SourceText read(const std::string& bytes, std::optional<Encoding> encoding = std::nullopt) {
  Result<SourceText> source = SourceText::from_bytes("report.txt", bytes, encoding);
  if (!source.ok()) FAIL(to_string(source.failure(), Language::zh));
  return *std::move(source);
}

std::string utf16(std::u32string_view text, bool big) {
  std::string bytes;
  const auto add = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  for (char32_t c : text) {
    if (c < 0x10000) {
      add(c);
    } else {
      add(0xD800 + ((c - 0x10000) >> 10U));
      add(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

std::string encoded(std::u32string_view text, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return to_utf8(text);
    case Encoding::gb18030:
      return to_gb18030(to_utf8(text)).value();
    case Encoding::utf16le:
    case Encoding::utf16be:
      return utf16(text, encoding == Encoding::utf16be);
  }
  return {};
}

// The place of the only `words` in the text.
Edit change(const SourceText& source, std::string_view words, std::string replacement) {
  const std::size_t at = source.text().find(words);
  REQUIRE(at != std::string_view::npos);
  return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, std::move(replacement)};
}

std::string changed(const std::string& bytes, std::string_view words, const std::string& replacement,
                    Format format = Format::plain) {
  const SourceText source = read(bytes);
  const FileBytes file(bytes, source, format);
  const Result<ByteEdit> edit = file.translate(change(source, words, replacement));
  return edit.ok() ? file.with({*edit}) : "refused: " + edit.failure().what.en;
}

// A text in pieces, of which some are to be replaced: what stands between them must survive.
struct Piece {
  std::string bytes;
  std::optional<std::u32string> words;  ///< when it is text; else bytes that do not decode
};

TEST_CASE("edits of a text in any encoding change their own bytes and no others", "[fix]") {
  static constexpr std::u32string_view alphabet = U"政府信息公开工作年度报告0123456789 ，。：（）〔〕\t|·—“”𠮷𪚥éａＺ";
  static const std::string boms[] = {"\xEF\xBB\xBF", "\x84\x31\x95\x33", "\xFF\xFE", "\xFE\xFF"};
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
      std::mt19937 random(seed);
      const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
      const bool bom = below(2) == 0;
      const auto word = [&] {
        std::u32string text;
        for (std::size_t i = 0, count = 1 + below(seed % 10 == 0 ? 3000 : 30); i < count; ++i)
          text += alphabet[below(alphabet.size())];
        return text;
      };
      std::vector<Piece> pieces;
      for (std::size_t i = 0, count = 2 + below(12); i < count; ++i) {
        std::u32string text = word();
        static constexpr std::u32string_view ends[] = {U"\n", U"\r\n", U"\r", U""};
        text += ends[below(4)];
        pieces.push_back({encoded(text, encoding), text});
        // A lone half of UTF-16, or a byte that begins nothing; the line end keeps it from meeting what follows.
        if (below(4) == 0) {
          const std::string bad = encoding == Encoding::utf16le   ? std::string("\x00\xDC", 2)
                                  : encoding == Encoding::utf16be ? std::string("\xDC\x00", 2)
                                                                  : std::string("\xFF");
          pieces.push_back({bad, std::nullopt});
          pieces.push_back({encoded(U"\n", encoding), U"\n"});
        }
      }
      std::string bytes = bom ? boms[static_cast<std::size_t>(encoding)] : "";
      for (const Piece& piece : pieces) bytes += piece.bytes;
      const SourceText source = read(bytes, encoding);
      REQUIRE(source.encoding() == encoding);

      const FileBytes file(bytes, source, Format::plain);
      std::string wanted = bom ? boms[static_cast<std::size_t>(encoding)] : "";
      std::vector<ByteEdit> edits;
      std::uint32_t at = 0;
      for (const Piece& piece : pieces) {
        const std::uint32_t size =
            piece.words ? static_cast<std::uint32_t>(to_utf8(*piece.words).size()) : std::uint32_t{3};
        if (piece.words && below(2) == 0) {
          const std::u32string replacement = below(3) == 0 ? std::u32string() : word();
          const Result<ByteEdit> edit = file.translate({{at, at + size}, to_utf8(replacement)});
          REQUIRE(edit.ok());
          edits.push_back(*edit);
          wanted += encoded(replacement, encoding);
        } else {
          wanted += piece.bytes;
        }
        at += size;
      }
      INFO(encoding_name(encoding) << ", seed " << seed);
      REQUIRE(at == source.text().size());
      CHECK(file.with(edits) == wanted);
    }
  }
}

TEST_CASE("an edit that touches bytes which do not decode is refused, and one beside them is not", "[fix]") {
  const std::string bytes = "本年度止\xFF件数，报告\n";
  CHECK(changed(bytes, "止\uFFFD件", "废止件") == "refused: bytes there do not decode");
  CHECK(changed(bytes, "\uFFFD", "") == "refused: bytes there do not decode");
  CHECK(changed(bytes, "度止", "废止") == "本年废止\xFF件数，报告\n");
  CHECK(changed(bytes, "件数", "件 数") == "本年度止\xFF件 数，报告\n");
}

TEST_CASE("an edit fails when the encoding has no such character", "[fix]") {
  const std::string bytes = *to_gb18030("青山县水务局年度报告，主动公开政府信息\n");
  const SourceText source = read(bytes);
  REQUIRE(source.encoding() == Encoding::gb18030);
  const std::string lone_surrogate = "\xED\xA0\x80";
  const Result<ByteEdit> edit =
      FileBytes(bytes, source, Format::plain).translate(change(source, "水务", lone_surrogate));
  REQUIRE_FALSE(edit.ok());
  CHECK(edit.failure().what.en.find("GB18030 has no character") == 0);
}

TEST_CASE("in HTML, text is escaped, and tags and entities are not cut", "[fix]") {
  const std::string page = "<p title=\"甲\">信息&nbsp;公开 <b>年</b>度</p>\n";
  const auto edit = [&](std::string_view words, const std::string& replacement) {
    return changed(page, words, replacement, Format::html);
  };
  CHECK(edit("公开", "a<b & c>d") == "<p title=\"甲\">信息&nbsp;a&lt;b &amp; c&gt;d <b>年</b>度</p>\n");
  CHECK(edit("信息&nbsp;公开", "公开") == "<p title=\"甲\">公开 <b>年</b>度</p>\n");
  CHECK(edit("年", "月") == "<p title=\"甲\">信息&nbsp;公开 <b>月</b>度</p>\n");
  for (const char* const words : {"甲", "年</b>度", "sp;公", "信息&n", "<b>"}) {
    INFO(words);
    CHECK(edit(words, "乙") == "refused: there is markup in it");
  }
}

TEST_CASE("what Markdown would take for markup is escaped, and in its HTML tables as in HTML", "[fix]") {
  CHECK(changed("# 报告\n\n| 甲 |\n|---|\n", "甲", "a|b*c", Format::markdown) == "# 报告\n\n| a\\|b\\*c |\n|---|\n");
  CHECK(changed("# 报告\n\n<table><tr><td>甲</td></tr></table>\n", "甲", "a<b*c", Format::markdown) ==
        "# 报告\n\n<table><tr><td>a&lt;b*c</td></tr></table>\n");
  CHECK(changed("报告 甲\n", "甲", "a|b*c<d&", Format::plain) == "报告 a|b*c<d&\n");
}

TEST_CASE("a new line ends as those around it", "[fix]") {
  CHECK(changed("报告甲\r\n乙\n", "甲", "丙\n丁") == "报告丙\r\n丁\r\n乙\n");
  CHECK(changed("报告甲\r\n乙\n", "乙", "丙\n丁") == "报告甲\r\n丙\n丁\n");
  CHECK(changed("报告甲\r乙", "乙", "丙\n丁") == "报告甲\r丙\r丁");
}

}  // namespace
}  // namespace gialint
