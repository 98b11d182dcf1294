#include "engine/text/source_text.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>

#include "engine/text/ascii.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_bom = "\xFF\xFE";
constexpr std::string_view utf16be_bom = "\xFE\xFF";

/// Offsets in the text are 32 bits, and no encoding grows by more than three times.
constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max() / 3;
/// How much of a file is looked at to tell the two ends of UTF-16 apart.
constexpr std::size_t sample_bytes = 64 << 10;
/// How far into a web page its <meta> is looked for: heads full of scripts come before some of them.
constexpr std::size_t page_head_bytes = 16 << 10;

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

struct Decoded {
  std::string text;
  std::vector<UndecodableBytes> undecodable;
};

/// Notes `length` bytes at `offset` that no character stands for; bytes in a row share one entry.
void add_undecodable(Decoded& decoded, std::uint64_t offset, std::uint32_t length) {
  auto& all = decoded.undecodable;
  if (!all.empty() && all.back().offset + all.back().length == offset) {
    all.back().length += length;
    return;
  }
  const auto begin = static_cast<std::uint32_t>(decoded.text.size());
  decoded.text += replacement_utf8;
  all.push_back({offset, length, {begin, static_cast<std::uint32_t>(decoded.text.size())}});
}

/// How many bytes at the start of `bytes` are UTF-8.
std::size_t valid_utf8_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (byte_at(bytes, at) < 0x80) {
      std::uint64_t eight = 0;
      while (at + sizeof eight <= bytes.size()) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) break;
        at += sizeof eight;
      }
      while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
      continue;
    }
    const CodePoint c = code_point_at(bytes, at);
    if (c.length == 1) return at;
    at += c.length;
  }
  return at;
}

/// `file_offset` is where `bytes` begin in the file: after the byte order mark.
Decoded decode_utf8(std::string_view bytes, std::uint64_t file_offset) {
  Decoded decoded;
  decoded.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t valid = valid_utf8_prefix(bytes.substr(at));
    decoded.text.append(bytes, at, valid);
    at += valid;
    if (at < bytes.size()) add_undecodable(decoded, file_offset + at++, 1);
  }
  return decoded;
}

char16_t utf16_unit(std::string_view bytes, std::size_t at, bool big_endian) {
  const unsigned high = byte_at(bytes, big_endian ? at : at + 1);
  const unsigned low = byte_at(bytes, big_endian ? at + 1 : at);
  return static_cast<char16_t>(high << 8U | low);
}

Decoded decode_utf16(std::string_view bytes, bool big_endian, std::uint64_t file_offset) {
  Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  std::size_t at = 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    const char32_t unit = utf16_unit(bytes, at, big_endian);
    if (unit < 0xD800 || unit > 0xDFFF) {
      append_utf8(decoded.text, unit);
      continue;
    }
    const char32_t low = unit < 0xDC00 && at + 4 <= bytes.size() ? utf16_unit(bytes, at + 2, big_endian) : char16_t{0};
    if (low >= 0xDC00 && low <= 0xDFFF) {
      append_utf8(decoded.text, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
      at += 2;
    } else {
      add_undecodable(decoded, file_offset + at, 2);
    }
  }
  if (at < bytes.size()) add_undecodable(decoded, file_offset + at, 1);
  return decoded;
}

/// GB18030 by ICU, one character at a time, so that the place of every bad byte is known.
class Gb18030 {
 public:
  Gb18030() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("gb18030", &status));
    if (U_FAILURE(status)) converter_.reset();
    if (!converter_) return;
    status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  /// The character that exactly `bytes` stand for; U+FFFD when there is none.
  char32_t convert(std::string_view bytes) {
    if (!converter_) return replacement;
    ucnv_resetToUnicode(converter_.get());
    UErrorCode status = U_ZERO_ERROR;
    const char* from = bytes.data();
    const UChar32 c = ucnv_getNextUChar(converter_.get(), &from, bytes.data() + bytes.size(), &status);
    return U_SUCCESS(status) && from == bytes.data() + bytes.size() ? static_cast<char32_t>(c) : replacement;
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

bool is_gb_lead(unsigned char c) { return c >= 0x81 && c <= 0xFE; }
bool is_gb_trail(unsigned char c) { return c >= 0x40 && c <= 0xFE && c != 0x7F; }

/// The two-byte characters, nearly all of any text: asked of ICU once and kept.
class Gb18030Pairs {
 public:
  Gb18030Pairs() {
    Gb18030 converter;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        const char pair[] = {static_cast<char>(lead), static_cast<char>(trail)};
        pairs_[index(lead, trail)] =
            static_cast<char16_t>(trail == 0x7F ? replacement : converter.convert(std::string_view(pair, 2)));
      }
    }
  }

  [[nodiscard]] char32_t operator()(unsigned lead, unsigned trail) const { return pairs_[index(lead, trail)]; }

 private:
  static constexpr std::size_t index(unsigned lead, unsigned trail) { return (lead - 0x81) * 0xBFU + (trail - 0x40); }

  std::array<char16_t, std::size_t{0x7E} * 0xBF> pairs_{};  // all of them lie in the first 65,536 code points
};

Decoded decode_gb18030(std::string_view bytes, std::uint64_t file_offset) {
  static const Gb18030Pairs pairs;
  Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  Gb18030 converter;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned char lead = byte_at(bytes, at);
    if (lead < 0x80) {
      decoded.text.push_back(bytes[at++]);
      continue;
    }
    char32_t c = replacement;
    std::uint32_t length = 1;
    if (is_gb_lead(lead) && at + 1 < bytes.size()) {
      const unsigned char second = byte_at(bytes, at + 1);
      if (is_gb_trail(second)) {
        c = pairs(lead, second);
        length = 2;
      } else if (is_ascii_digit(second) && at + 3 < bytes.size() && is_gb_lead(byte_at(bytes, at + 2)) &&
                 is_ascii_digit(byte_at(bytes, at + 3))) {
        c = converter.convert(bytes.substr(at, 4));
        length = 4;
      }
    }
    if (c == replacement) {
      add_undecodable(decoded, file_offset + at, length);
    } else {
      append_utf8(decoded.text, c);
    }
    at += length;
  }
  return decoded;
}

/// Characters that a report in Chinese is made of.
bool is_plausible(char16_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= '\t' && c <= '\r') || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0) || (c >= 0x2010 && c < 0x2040) || c == 0xA0 ||
         c == 0xB7;
}

/// UTF-16 without a byte order mark: one way round, nearly every unit makes sense; the other way, few do.
std::optional<Encoding> utf16_without_bom(std::string_view bytes) {
  bytes = bytes.substr(0, sample_bytes);
  std::size_t units = 0;
  std::size_t little = 0;
  std::size_t big = 0;
  for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2, ++units) {
    if (is_plausible(utf16_unit(bytes, at, false))) ++little;
    if (is_plausible(utf16_unit(bytes, at, true))) ++big;
  }
  if (little != big && std::max(little, big) * 10 >= units * 8) {
    return little > big ? Encoding::utf16le : Encoding::utf16be;
  }
  return std::nullopt;
}

/// Whether bytes that are not valid UTF-8 are damaged UTF-8, by what of them is valid.
bool is_mostly_utf8(std::string_view bytes) {
  // Chinese text in GB18030 gives, read as UTF-8, hardly ever a sequence of three bytes.
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = code_point_at(bytes, at);
    if (c.length >= 3) good += c.length;
    if (c.length == 1 && c.value >= 0x80) ++bad;
    at += c.length;
  }
  return good > bad;
}

/// Whether bytes beyond ASCII are strays. They are GB18030 only if most of them lie where GB2312 has its characters.
bool has_stray_bytes(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t odd = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
    } else if (at + 1 < bytes.size() && byte_at(bytes, at) >= 0xA1 && byte_at(bytes, at) <= 0xF7 &&
               byte_at(bytes, at + 1) >= 0xA1) {
      ++pairs;
      at += 2;
    } else {
      ++odd;
      at += 1;
    }
  }
  return pairs < odd;
}

/// What a web page says of itself: <meta charset="gb2312">, <meta http-equiv=… content="text/html; charset=gb2312">.
std::optional<Encoding> declared_by_page(std::string_view bytes) {
  std::string head(bytes.substr(0, page_head_bytes));
  std::transform(head.begin(), head.end(), head.begin(), ascii_lower);
  constexpr std::string_view blanks = " \t\r\n\f";
  constexpr std::string_view key = "charset";
  for (std::size_t tag = head.find("<meta"); tag != std::string::npos; tag = head.find("<meta", tag + 1)) {
    const std::string_view meta = std::string_view(head).substr(tag, head.find('>', tag) - tag);
    for (std::size_t at = meta.find(key); at != std::string_view::npos; at = meta.find(key, at + 1)) {
      std::size_t value = meta.find_first_not_of(blanks, at + key.size());
      if (value == std::string_view::npos || meta[value] != '=') continue;
      value = meta.find_first_not_of(" \t\r\n\f\"'", value + 1);
      if (value == std::string_view::npos) continue;
      const std::string_view name = meta.substr(value, meta.find_first_of(" \t\r\n\f\"';/", value) - value);
      if (const auto encoding = encoding_named(name)) return encoding;
    }
  }
  return std::nullopt;
}

Encoding detect(std::string_view bytes, std::size_t valid) {
  if (std::memchr(bytes.data(), '\0', bytes.size()) != nullptr) {
    if (const auto utf16 = utf16_without_bom(bytes)) return *utf16;
  }
  if (valid == bytes.size()) return Encoding::utf8;
  if (is_mostly_utf8(bytes)) return Encoding::utf8;
  // A page's word is taken for GB18030, which few characters do not show by themselves; that it is UTF-8 many pages
  // say that never were.
  if (declared_by_page(bytes) == Encoding::gb18030) return Encoding::gb18030;
  return has_stray_bytes(bytes) ? Encoding::utf8 : Encoding::gb18030;
}

/// What a file that begins so is, and what to do about it. Null for text.
const Sentence* binary_kind(std::string_view bytes) {
  struct Signature {
    std::string_view start;
    Sentence what;
  };
  using namespace std::string_view_literals;
  static constexpr Signature signatures[] = {
      {"%PDF-"sv,
       {"这是 PDF 文件，不是文本：请检查生成它的 Word 文档（.docx），或者从原文档另存为文本（.txt）后再检查",
        "a PDF file, no text: check the Word document (.docx) that it was made from, or save that as text (.txt)"}},
      {"PK\x03\x04"sv,
       {"这是 ZIP 格式的文件（Word 的 .docx、WPS 文档等），不是文本",
        "a ZIP file (.docx of Word, a document of WPS and the like), no text"}},
      {"PK\x05\x06"sv, {"这是空的 ZIP 文件，不是文本", "an empty ZIP file, no text"}},
      {"\xD0\xCF\x11\xE0"sv,
       {"这是旧版 Word 或 WPS 文档（.doc、.wps），不是文本：请在 Word 或 WPS 中另存为 .docx 格式后再检查",
        "an old document of Word or WPS (.doc, .wps), no text: save it as .docx in Word or WPS and check that"}},
      {"{\\rtf"sv,
       {"这是 RTF 文档，不是纯文本：请在 Word 或 WPS 中另存为 .docx 格式后再检查",
        "an RTF document, no plain text: save it as .docx in Word or WPS and check that"}},
      {"MIME-Version:"sv,
       {"这是“单个文件网页”（.mht、.mhtml），不是网页本身：请另存为网页（.html）或者纯文本（.txt）后再检查",
        "a web page in a single file (.mht, .mhtml): save it as a web page (.html) or plain text (.txt) and check "
        "that"}},
      {"From: <Saved by "sv,
       {"这是“单个文件网页”（.mht、.mhtml），不是网页本身：请另存为网页（.html）或者纯文本（.txt）后再检查",
        "a web page in a single file (.mht, .mhtml): save it as a web page (.html) or plain text (.txt) and check "
        "that"}},
      {"\x89PNG"sv, {"这是 PNG 图片，不是文本：请检查年报的文字版本", "a PNG image, no text: check the report's text"}},
      {"\xFF\xD8\xFF"sv,
       {"这是 JPEG 图片，不是文本：请检查年报的文字版本", "a JPEG image, no text: check the report's text"}},
      {"\x1F\x8B"sv, {"这是 gzip 压缩文件，不是文本：请先解压再检查", "a gzip archive, no text: unpack it first"}},
      {"7z\xBC\xAF\x27\x1C"sv,
       {"这是 7z 压缩文件，不是文本：请先解压再检查", "a 7z archive, no text: unpack it first"}},
      {"Rar!\x1A\x07"sv, {"这是 RAR 压缩文件，不是文本：请先解压再检查", "a RAR archive, no text: unpack it first"}},
  };
  for (const Signature& signature : signatures) {
    if (bytes.starts_with(signature.start)) return &signature.what;
  }
  return nullptr;
}

bool is_blank_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_blank(c.value)) return false;
    at += c.length;
  }
  return true;
}

/// More than one character in a hundred is a control character, line ends and the like aside. One alone may stand
/// in the shortest text: it is a typing accident, not a format.
bool has_many_controls(std::string_view text) {
  std::size_t controls = 0;
  for (const char c : text) {
    const auto value = static_cast<unsigned char>(c);
    // Word's soft line break is a vertical tab.
    controls += static_cast<std::size_t>((value < 0x20 && (value < '\t' || value > '\r')) || value == 0x7F);
  }
  if (controls <= 1) return false;
  std::size_t characters = 0;
  for (const char c : text) characters += static_cast<std::size_t>((static_cast<unsigned char>(c) & 0xC0U) != 0x80);
  return controls * 100 > characters;
}

std::uint64_t undecodable_bytes(const std::vector<UndecodableBytes>& all) {
  std::uint64_t bytes = 0;
  for (const UndecodableBytes& some : all) bytes += some.length;
  return bytes;
}

Bilingual size_name(std::uint64_t bytes) {
  static constexpr Sentence in_mebibytes("{} MiB", "{} MiB");
  static constexpr Sentence in_bytes("{} 字节", "{} bytes");
  return bytes % (1U << 20U) == 0 ? in_mebibytes.with(bytes >> 20U) : in_bytes.with(bytes);
}

std::string_view bom_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return utf8_bom;
    case Encoding::utf16le:
      return utf16le_bom;
    case Encoding::utf16be:
      return utf16be_bom;
    case Encoding::gb18030:
      return "\x84\x31\x95\x33";
  }
  return {};
}

std::optional<Encoding> encoding_by_bom(std::string_view bytes) {
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
    if (bytes.starts_with(bom_of(encoding))) return encoding;
  }
  return std::nullopt;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::gb18030:
      return "GB18030";
    case Encoding::utf16le:
      return "UTF-16LE";
    case Encoding::utf16be:
      return "UTF-16BE";
  }
  return {};
}

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain.push_back(ascii_lower(c));
  }
  if (plain == "utf8") return Encoding::utf8;
  if (plain == "gb18030" || plain == "gbk" || plain == "gb2312" || plain == "cp936") return Encoding::gb18030;
  if (plain == "utf16le") return Encoding::utf16le;
  if (plain == "utf16be") return Encoding::utf16be;
  return std::nullopt;
}

SourceText::SourceText(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), lines_(text_) {}

std::optional<Failure> SourceText::check_size(std::uint64_t byte_count, std::uint64_t max_bytes) {
  const std::uint64_t limit = std::min(max_bytes, most_bytes);
  if (byte_count <= limit) return std::nullopt;
  static constexpr Sentence too_long("超过上限 {}：请确认它是一份年报，或者拆分后再检查；--max-size 放宽上限",
                                     "larger than {}: make sure that it is one report, or split it; --max-size allows "
                                     "more");
  return Failure{{}, too_long.with(size_name(limit))};
}

SourceText SourceText::of_drawn(std::string path, std::string text, std::uint64_t byte_count) {
  SourceText source(std::move(path), std::move(text));
  source.is_drawn_ = true;
  source.byte_count_ = byte_count;
  return source;
}

Result<SourceText> SourceText::from_bytes(std::string path, std::string bytes, std::optional<Encoding> encoding,
                                          std::uint64_t max_bytes) {
  const auto failed = [&](const Bilingual& what) { return Failure{{path}, what}; };
  const std::uint64_t byte_count = bytes.size();
  if (std::optional<Failure> failure = check_size(byte_count, max_bytes)) {
    failure->where = {std::move(path)};
    return *std::move(failure);
  }
  if (const Sentence* const kind = binary_kind(bytes)) return failed(*kind);

  const std::optional<Encoding> marked = encoding_by_bom(bytes);
  const bool has_bom = marked.has_value() && (!encoding.has_value() || encoding == marked);
  const std::size_t bom_size = has_bom ? bom_of(*marked).size() : 0;
  const std::string_view body = std::string_view(bytes).substr(bom_size);
  static constexpr Sentence empty("文件是空的：没有可检查的内容", "the file is empty: there is nothing to check");
  if (body.empty()) return failed(empty);

  Decoded decoded;
  Encoding found = Encoding::utf8;
  if (encoding.value_or(marked.value_or(Encoding::utf8)) == Encoding::utf8) {
    const std::size_t valid = valid_utf8_prefix(body);
    found = encoding.has_value() || has_bom ? Encoding::utf8 : detect(body, valid);
    if (found == Encoding::utf8 && valid == body.size()) {
      decoded.text = std::move(bytes);
      decoded.text.erase(0, bom_size);
    } else if (found == Encoding::utf8) {
      decoded = decode_utf8(body, bom_size);
    }
  } else {
    found = encoding.has_value() ? *encoding : *marked;
  }
  if (found == Encoding::gb18030) decoded = decode_gb18030(body, bom_size);
  if (found == Encoding::utf16le || found == Encoding::utf16be) {
    decoded = decode_utf16(body, found == Encoding::utf16be, bom_size);
  }

  static constexpr Sentence blank("文件只有空白：没有可检查的内容", "the file is blank: there is nothing to check");
  if (is_blank_text(decoded.text)) return failed(blank);
  if (decoded.text.find('\0') != std::string::npos || has_many_controls(decoded.text)) {
    static constexpr Sentence binary("这是二进制文件，不是文本：请另存为文本（.txt，UTF-8 编码）后再检查",
                                     "a binary file, no text: save it as text (.txt, UTF-8) and check that");
    return failed(binary);
  }
  if (undecodable_bytes(decoded.undecodable) > byte_count / 2) {
    static constexpr Sentence unreadable("按 {} 编码读不出文字：请另存为 UTF-8 编码的文本后再检查",
                                         "no text can be read as {}: save it as text in UTF-8 and check that");
    return failed(unreadable.with(encoding_name(found)));
  }

  SourceText source(std::move(path), std::move(decoded.text));
  source.encoding_ = found;
  source.has_bom_ = has_bom;
  source.byte_count_ = byte_count;
  source.undecodable_ = std::move(decoded.undecodable);
  return source;
}

}  // namespace gialint
