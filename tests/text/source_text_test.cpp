#include "engine/text/source_text.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"

using gialint::ColumnUnit;
using gialint::Encoding;
using gialint::Position;
using gialint::SourceText;

namespace {

using namespace std::string_literals;

const std::string& report() {
  static const std::string text =
      "某县某局2023年政府信息公开工作年度报告\r\n一、总体情况\n2023年共受理申请12件，其中予以公开1件。\r\n";
  return text;
}

/// The same report in GBK, as a Windows editor of the year 2005 would have saved it.
const std::string& report_gbk() {
  static const std::string bytes =
      "\xC4\xB3\xCF\xD8\xC4\xB3\xBE\xD6"
      "2023"
      "\xC4\xEA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xB9\xA4\xD7\xF7\xC4\xEA\xB6\xC8\xB1\xA8\xB8\xE6\r\n"
      "\xD2\xBB\xA1\xA2\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6\n"
      "2023"
      "\xC4\xEA\xB9\xB2\xCA\xDC\xC0\xED\xC9\xEA\xC7\xEB"
      "12"
      "\xBC\xFE\xA3\xAC\xC6\xE4\xD6\xD0\xD3\xE8\xD2\xD4\xB9\xAB\xBF\xAA"
      "1"
      "\xBC\xFE\xA1\xA3\r\n";
  return bytes;
}

std::string utf16(std::string_view utf8, bool big_endian) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8U);
    const char low = static_cast<char>(value & 0xFFU);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  for (const char32_t c : gialint::to_utf32(utf8)) {
    if (c > 0xFFFF) {
      unit(0xD800U + ((c - 0x10000U) >> 10U));
      unit(0xDC00U + ((c - 0x10000U) & 0x3FFU));
    } else {
      unit(c);
    }
  }
  return out;
}

SourceText decode(std::string bytes, std::optional<Encoding> encoding = std::nullopt) {
  auto source = SourceText::from_bytes("年报.txt", std::move(bytes), encoding);
  if (!source.ok()) FAIL(source.failure().what.zh);
  return *std::move(source);
}

std::string failure(std::string bytes, std::uint64_t max_bytes = SourceText::default_max_bytes) {
  const auto source = SourceText::from_bytes("年报.txt", std::move(bytes), std::nullopt, max_bytes);
  REQUIRE_FALSE(source.ok());
  CHECK(source.failure().where == gialint::FilePlace{"年报.txt"});
  return source.failure().what.zh;
}

bool mentions(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a report reads the same from every encoding") {
  struct Case {
    std::string bytes;
    Encoding encoding;
    bool has_bom;
  };
  const Case cases[] = {
      {report(), Encoding::utf8, false},
      {"\xEF\xBB\xBF" + report(), Encoding::utf8, true},
      {report_gbk(), Encoding::gb18030, false},
      {"\x84\x31\x95\x33" + report_gbk(), Encoding::gb18030, true},
      {utf16(report(), false), Encoding::utf16le, false},
      {utf16(report(), true), Encoding::utf16be, false},
      {"\xFF\xFE" + utf16(report(), false), Encoding::utf16le, true},
      {"\xFE\xFF" + utf16(report(), true), Encoding::utf16be, true},
  };
  for (const Case& c : cases) {
    const SourceText source = decode(c.bytes);
    CAPTURE(encoding_name(c.encoding), c.has_bom);
    CHECK(source.text() == report());
    CHECK(source.encoding() == c.encoding);
    CHECK(source.has_bom() == c.has_bom);
    CHECK(source.byte_count() == c.bytes.size());
    CHECK(source.undecodable().empty());
    CHECK(source.path() == "年报.txt");
    CHECK(source.lines().line_count() == 4);
    // Said outright, it is not detected but reads the same.
    CHECK(decode(c.bytes, c.encoding).text() == report());
  }
}

TEST_CASE("characters outside the first plane survive every encoding") {
  const std::string text = "𠮷林县😀2023年报\n";
  CHECK(decode(text).text() == text);
  CHECK(decode("\xFF\xFE" + utf16(text, false)).text() == text);
  CHECK(decode("\xFE\xFF" + utf16(text, true)).text() == text);
  // GB18030 writes 𠮷 with four bytes, and 㐀 too.
  const SourceText gb = decode("\x95\x34\xB2\x35\xC1\xD6\xCF\xD8\x81\x39\xEE\x39\xC4\xEA\xB1\xA8", Encoding::gb18030);
  CHECK(gb.text() == "𠮷林县㐀年报");
  CHECK(gb.undecodable().empty());
}

TEST_CASE("line ends stand as they are in the file") {
  const std::string text = "甲\r\n乙\r丙\n丁";
  CHECK(decode(text).text() == text);
  CHECK(decode(text).lines().line_count() == 4);
  CHECK(decode("\xFF\xFE" + utf16(text, false)).text() == text);
}

TEST_CASE("positions come from the text without its byte order mark") {
  const SourceText source = decode("\xEF\xBB\xBF甲乙\n丙");
  CHECK(source.position(3, ColumnUnit::code_point) == Position{1, 2});
  CHECK(source.position(7, ColumnUnit::code_point) == Position{2, 1});
  CHECK(source.slice({3, 6}) == "乙");
}

TEST_CASE("undecodable bytes in UTF-8 are one U+FFFD a row, with their place in the file") {
  const std::string text = "\xEF\xBB\xBF政府\xFF\xFE\xFD信息\xE5\x85公开\x80\n";
  const SourceText source = decode(text);
  CHECK(source.encoding() == Encoding::utf8);
  CHECK(source.text() == "政府\uFFFD信息\uFFFD公开\uFFFD\n");
  REQUIRE(source.undecodable().size() == 3);
  CHECK(source.undecodable()[0].offset == 9);
  CHECK(source.undecodable()[0].length == 3);
  CHECK(source.slice(source.undecodable()[0].span) == "\uFFFD");
  CHECK(source.undecodable()[1].offset == 18);
  CHECK(source.undecodable()[1].length == 2);
  CHECK(source.undecodable()[2].offset == 26);
  CHECK(source.undecodable()[2].length == 1);
  CHECK(source.slice(source.undecodable()[2].span) == "\uFFFD");
}

TEST_CASE("a file cut within its last character has that undecodable") {
  const std::string cut = report().substr(0, 20);
  const SourceText source = decode(cut);
  CHECK(source.encoding() == Encoding::utf8);
  REQUIRE(source.undecodable().size() == 1);
  CHECK(source.undecodable()[0].offset == 19);
}

TEST_CASE("undecodable bytes in GB18030 have their place in the file") {
  std::string bytes = report_gbk();
  bytes.insert(8, "\xFF\xFF");
  const SourceText source = decode(bytes);
  CHECK(source.encoding() == Encoding::gb18030);
  CHECK(source.text().substr(0, 15) == "某县某局\uFFFD");
  REQUIRE(source.undecodable().size() == 1);
  CHECK(source.undecodable()[0].offset == 8);
  CHECK(source.undecodable()[0].length == 2);

  // A lead byte before a line end does not swallow it.
  const SourceText torn = decode("\xC4\xEA\xB1\n\xB8\xE6\xC4", Encoding::gb18030);
  CHECK(torn.text() == "年\uFFFD\n告\uFFFD");
  REQUIRE(torn.undecodable().size() == 2);
  CHECK(torn.undecodable()[0].offset == 2);
  CHECK(torn.undecodable()[1].offset == 6);

  // Four bytes past the last code point.
  const SourceText beyond = decode("\xC4\xEA\xB1\xA8\xB8\xE6\xFE\x39\xFE\x39\xC4\xEA", Encoding::gb18030);
  CHECK(beyond.text() == "年报告\uFFFD年");
  CHECK(beyond.undecodable().at(0).length == 4);
}

TEST_CASE("a lone surrogate and an odd last byte in UTF-16 are undecodable") {
  const std::string bytes = "\xFF\xFE" + utf16("年", false) + "\x00\xD8"s + utf16("报", false) + "\x00\xDC"s +
                            utf16("告告告", false) + "\x41";
  const SourceText source = decode(bytes);
  CHECK(source.text() == "年\uFFFD报\uFFFD告告告\uFFFD");
  REQUIRE(source.undecodable().size() == 3);
  CHECK(source.undecodable()[0].offset == 4);
  CHECK(source.undecodable()[0].length == 2);
  CHECK(source.undecodable()[1].offset == 8);
  CHECK(source.undecodable()[2].offset == 16);
  CHECK(source.undecodable()[2].length == 1);
}

TEST_CASE("a U+FFFD that stands in the file is a character like any other") {
  const SourceText source = decode("政府\uFFFD信息");
  CHECK(source.undecodable().empty());
}

TEST_CASE("a stray byte in plain text does not make it Chinese") {
  const SourceText source = decode("annual report caf\xE9s 2023\n");
  CHECK(source.encoding() == Encoding::utf8);
  CHECK(source.undecodable().size() == 1);
}

TEST_CASE("a web page's own word decides where its bytes do not") {
  // Few Chinese characters, and one byte that fits nowhere.
  const std::string page =
      "<html><head><title>a</title>\n<META http-equiv=\"Content-Type\" content='text/html; charset = GB2312'>";
  const std::string bytes = page + "\xD2\xBB \xE9 \xE8 \xE7";
  CHECK(decode("<html>" + bytes.substr(page.size())).encoding() == Encoding::utf8);
  CHECK(decode(bytes).encoding() == Encoding::gb18030);
  CHECK(decode("<meta charset=gbk>\xD2\xBB \xE9 \xE8 \xE7").encoding() == Encoding::gb18030);
  CHECK(decode("<meta charset=\"utf-8\">\xD2\xBB \xE9 \xE8 \xE7").encoding() == Encoding::utf8);
  CHECK(decode("<meta name=charset>\xD2\xBB \xE9 \xE8 \xE7").encoding() == Encoding::utf8);
}

TEST_CASE("a web page's wrong word does not") {
  CHECK(decode("<meta charset=gb2312>" + report()).encoding() == Encoding::utf8);
  CHECK(decode("<meta charset=gb2312>" + report() + "\xFF").encoding() == Encoding::utf8);
  CHECK(decode("<meta charset=utf-8>" + report_gbk()).text() ==
        "<meta charset=utf-8>" + std::string(decode(report_gbk()).text()));
  CHECK(decode("\xEF\xBB\xBF<meta charset=gbk>" + report()).encoding() == Encoding::utf8);
}

TEST_CASE("damaged UTF-8 stays UTF-8 however the damage falls") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = report();
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(0x80U + random() % 0x80U);
    const SourceText source = decode(bytes);
    REQUIRE(source.encoding() == Encoding::utf8);
    std::string expected;  // the same by the plainest way
    for (std::size_t at = 0; at < bytes.size();) {
      const auto c = gialint::code_point_at(bytes, at);
      const bool bad = c.length == 1 && c.value == 0xFFFD;
      if (!bad) expected.append(bytes, at, c.length);
      if (bad && (at == 0 || expected.size() < 3 || expected.substr(expected.size() - 3) != "\uFFFD")) {
        expected += "\uFFFD";
      }
      at += c.length;
    }
    REQUIRE(source.text() == expected);
  }
}

TEST_CASE("damaged GB18030 stays GB18030") {
  std::mt19937 random(8);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = report_gbk();
    for (int i = 0; i < 2; ++i) bytes[random() % bytes.size()] = '\xFF';
    REQUIRE(decode(bytes).encoding() == Encoding::gb18030);
  }
}

TEST_CASE("an empty or blank file is a failure") {
  CHECK(mentions(failure(""), "空"));
  CHECK(mentions(failure("\xEF\xBB\xBF"), "空"));
  CHECK(mentions(failure(" \r\n\t\u3000\u00A0"), "空白"));
  CHECK(mentions(failure("\xFF\xFE\x20"s + '\0'), "空白"));
}

TEST_CASE("a binary file is a failure that names what it is and what to do") {
  CHECK(mentions(failure("%PDF-1.7\n..."), "PDF"));
  CHECK(mentions(failure("{\\rtf1\\ansi ..."), "RTF"));
  CHECK(mentions(failure("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n"), ".mht"));
  CHECK(mentions(failure("PK\x03\x04\x14..."s), ".docx"));
  CHECK(mentions(failure("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), ".doc"));
  CHECK(mentions(failure("\x89PNG\r\n\x1A\n"), "PNG"));
  CHECK(mentions(failure("\xFF\xD8\xFF\xE0"), "JPEG"));
  CHECK(mentions(failure("\x1F\x8B\x08"), "gzip"));
  CHECK(mentions(failure("\x7F"
                         "ELF\x02\x01\x01\0\0\0\0"s),
                 "二进制"));
  CHECK(mentions(failure("abc\0def"s), "二进制"));
  CHECK(mentions(failure("a\x01\x02\x03"
                         "bc"),
                 "二进制"));
  CHECK(mentions(failure(std::string(100, '\xFF')), "读不出文字"));
  std::mt19937 random(9);
  std::string noise(4000, ' ');
  for (char& c : noise) c = static_cast<char>(random() % 256);
  CHECK(mentions(failure(noise), "二进制"));
}

TEST_CASE("a control character or two are text still") {
  CHECK(decode("年\x1B报\n").text() == "年\x1B报\n");
  CHECK(decode("年\v报\f告\v\v\n").undecodable().empty());
  CHECK(decode(report() + report() + report() + report() + "\x01\x02").undecodable().empty());
}

TEST_CASE("a file over the limit is a failure that names the limit, and how to have another") {
  CHECK(mentions(failure(report(), 100), "--max-size"));
  CHECK(mentions(failure(report(), 100), "100"));
  CHECK(SourceText::from_bytes("a", report(), std::nullopt, report().size()).ok());
}

TEST_CASE("an encoding that is said outright is taken, right or wrong") {
  const auto wrong = SourceText::from_bytes("a", report_gbk(), Encoding::utf8);
  REQUIRE_FALSE(wrong.ok());
  CHECK(mentions(wrong.failure().what.zh, "UTF-8"));
  CHECK(decode("abc", Encoding::gb18030).encoding() == Encoding::gb18030);
}

TEST_CASE("encodings are known by the names people use") {
  using gialint::encoding_named;
  CHECK(encoding_named("utf-8") == Encoding::utf8);
  CHECK(encoding_named("UTF8") == Encoding::utf8);
  CHECK(encoding_named("gbk") == Encoding::gb18030);
  CHECK(encoding_named("GB2312") == Encoding::gb18030);
  CHECK(encoding_named("GB-18030") == Encoding::gb18030);
  CHECK(encoding_named("utf-16le") == Encoding::utf16le);
  CHECK(encoding_named("UTF_16BE") == Encoding::utf16be);
  CHECK_FALSE(encoding_named("latin-1").has_value());
  CHECK_FALSE(encoding_named("").has_value());
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030, Encoding::utf16le, Encoding::utf16be}) {
    CHECK(encoding_named(encoding_name(encoding)) == encoding);
  }
}
