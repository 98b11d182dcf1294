#include "engine/fix/fix_bytes.hpp"

#include <algorithm>

#include "engine/readers/html_parts.hpp"
#include "engine/text/gb18030.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::uint32_t known_every = 4096;  // bytes of text

std::uint64_t bom_size(const SourceText& source) {
  if (!source.has_bom()) return 0;
  switch (source.encoding()) {
    case Encoding::utf8:
      return 3;
    case Encoding::gb18030:
      return 4;
    case Encoding::utf16le:
    case Encoding::utf16be:
      return 2;
  }
  return 0;
}

// How many bytes the character at `at` takes in the file. It is one that decodes.
std::uint64_t length_in_file(std::string_view bytes, std::uint64_t at, Encoding encoding, std::uint32_t in_text) {
  const auto byte = [&](std::uint64_t i) { return static_cast<unsigned char>(i < bytes.size() ? bytes[i] : '\0'); };
  switch (encoding) {
    case Encoding::utf8:
      return in_text;
    case Encoding::utf16le:
    case Encoding::utf16be:
      return in_text == 4 ? 4 : 2;
    case Encoding::gb18030:
      // The second byte of two is never a digit.
      return byte(at) < 0x80 ? 1 : byte(at + 1) >= '0' && byte(at + 1) <= '9' ? 4 : 2;
  }
  return 1;
}

std::string to_utf16(std::string_view text, bool big_endian) {
  std::string bytes;
  const auto add = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U & 0xFFU);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (const char32_t c : to_utf32(text)) {
    if (c < 0x10000) {
      add(c);
    } else {
      add(0xD800 + ((c - 0x10000) >> 10U));
      add(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return bytes;
}

std::optional<std::string> encode(std::string_view text, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return std::string(text);
    case Encoding::utf16le:
    case Encoding::utf16be:
      return to_utf16(text, encoding == Encoding::utf16be);
    case Encoding::gb18030:
      return to_gb18030(text);
  }
  return std::nullopt;
}

bool begins_tag(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '<') return false;
  const char next = text[at + 1];
  return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

// Whether a place lies within a tag.
bool in_tag(std::string_view text, std::size_t at) {
  const std::size_t last = text.substr(0, at).find_last_of("<>");
  return last != std::string_view::npos && begins_tag(text, last);
}

// Whether a place lies within an entity: "&n|bsp;".
bool in_entity(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 32;
  const std::size_t from = at - std::min(at, longest);
  const std::size_t mark = text.substr(from, at - from).rfind('&');
  if (mark == std::string_view::npos) return false;
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
  };
  std::size_t end = from + mark + 1;
  while (end < text.size() && end < at + longest && is_name(text[end])) ++end;
  return end >= at && end < text.size() && text[end] == ';';
}

// The line end of the line that `at` stands in, else of the one before, so that a mixed file stays as it is.
std::string_view line_end_at(std::string_view text, std::size_t at) {
  std::size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) end = text.find_last_of("\r\n");
  if (end == std::string_view::npos) return "\n";
  if (text[end] == '\n') return end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
  return end + 1 < text.size() && text[end + 1] == '\n' ? "\r\n" : "\r";
}

}  // namespace

FileBytes::FileBytes(std::string_view bytes, const SourceText& source, Format format)
    : bytes_(bytes), source_(&source), format_(format) {
  if (format == Format::markdown) html_ = find_html_parts(source.text()).tables;
  Place place{0, bom_size(source)};
  std::size_t undecodable = 0;
  known_.emplace_back(place, undecodable);
  // UTF-8 without such bytes is its own map.
  if (source.encoding() == Encoding::utf8 && source.undecodable().empty()) return;
  while (place.text < source.text().size()) {
    step(place, undecodable);
    if (place.text - known_.back().first.text >= known_every) known_.emplace_back(place, undecodable);
  }
}

void FileBytes::step(Place& place, std::size_t& undecodable) const {
  const std::vector<UndecodableBytes>& all = source_->undecodable();
  if (undecodable < all.size() && all[undecodable].span.begin == place.text) {
    place.text = all[undecodable].span.end;
    place.byte += all[undecodable].length;
    ++undecodable;
    return;
  }
  const std::uint32_t length = code_point_at(source_->text(), place.text).length;
  place.byte += length_in_file(bytes_, place.byte, source_->encoding(), length);
  place.text += length;
}

std::uint64_t FileBytes::byte_at(std::uint32_t text_offset) const {
  auto [place, undecodable] =
      *(std::upper_bound(known_.begin(), known_.end(), text_offset,
                         [](std::uint32_t offset, const auto& known) { return offset < known.first.text; }) -
        1);
  if (source_->encoding() == Encoding::utf8 && source_->undecodable().empty()) return place.byte + text_offset;
  while (place.text < text_offset) step(place, undecodable);
  return place.byte;
}

bool FileBytes::in_html(Span span) const {
  return format_ == Format::html ||
         std::any_of(html_.begin(), html_.end(), [&](Span table) { return table.contains(span); });
}

// Whether an edit of `span` would cut into markup or take some away.
bool FileBytes::is_markup(Span span) const {
  if (!in_html(span)) return false;
  const std::string_view text = source_->text();
  return source_->slice(span).find_first_of("<>") != std::string_view::npos || in_tag(text, span.begin) ||
         in_entity(text, span.begin) || in_entity(text, span.end);
}

std::string FileBytes::escaped(const Edit& edit) const {
  const bool html = in_html(edit.span);
  const bool markdown = format_ == Format::markdown && !html;
  std::string out;
  for (std::size_t i = 0; i < edit.replacement.size(); ++i) {
    const char c = edit.replacement[i];
    if (c == '\n' && (i == 0 || edit.replacement[i - 1] != '\r')) {
      out += line_end_at(source_->text(), edit.span.begin);
    } else if ((html || markdown) && c == '&') {
      out += "&amp;";
    } else if (html && c == '<') {
      out += "&lt;";
    } else if (html && c == '>') {
      out += "&gt;";
    } else if (markdown && (c == '\\' || c == '`' || c == '*' || c == '<' || c == '[' || c == '|')) {
      out += '\\';
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

Result<ByteEdit> FileBytes::translate(const Edit& edit) const {
  static constexpr Sentence undecodable("那里有不能解码的字节", "bytes there do not decode");
  static constexpr Sentence markup("那里夹有标记", "there is markup in it");
  static constexpr Sentence no_character("{} 编码里没有“{}”中的字", "{} has no character for some of '{}'");
  const std::vector<UndecodableBytes>& all = source_->undecodable();
  const auto first =
      std::upper_bound(all.begin(), all.end(), edit.span.begin,
                       [](std::uint32_t begin, const UndecodableBytes& bytes) { return begin < bytes.span.end; });
  if (first != all.end() && first->span.begin < edit.span.end) return Failure{{}, undecodable};
  if (is_markup(edit.span)) return Failure{{}, markup};
  std::optional<std::string> encoded = encode(escaped(edit), source_->encoding());
  if (!encoded) return Failure{{}, no_character.with(encoding_name(source_->encoding()), edit.replacement)};
  return ByteEdit{byte_at(edit.span.begin), byte_at(edit.span.end), std::move(*encoded)};
}

std::string FileBytes::with(const std::vector<ByteEdit>& edits) const {
  std::string changed;
  std::uint64_t done = 0;
  for (const ByteEdit& edit : edits) {
    changed.append(bytes_.substr(done, edit.begin - done)).append(edit.bytes);
    done = edit.end;
  }
  return changed.append(bytes_.substr(done));
}

}  // namespace gialint
