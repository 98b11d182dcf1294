#include "engine/document/paragraphs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/enumeration.hpp"
#include "engine/document/wording.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// Shorter lines than this (in terminal cells) are not broken by a margin: they end where their author ended them.
constexpr int narrowest_margin = 40;

bool is_clause_mark(char32_t c) { return std::u32string_view(U"。！？；，!?;,").find(c) != std::u32string_view::npos; }

/// The last code point of `text`, closing quotes and brackets passed over. 0 when there is none.
char32_t last_mark(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    const char32_t c = code_point_at(text, at).value;
    if (std::u32string_view(U"”’」』》）)]】*\"").find(c) == std::u32string_view::npos && !is_blank(c)) return c;
    end = at;
  }
  return 0;
}

int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    width += cell_width(point.value);
    at += point.length;
  }
  return width;
}

/// A short line that opens with an enumerator and holds no clause: （一）主动公开情况.
bool looks_like_heading(std::string_view text) {
  return text.size() <= 200 && starts_with_enumerator(text) && !has_clause_mark(text);
}

/// Whether the line that ends `before` goes on in `next`: it stops in mid-sentence at a margin, and `next` does not
/// start anything of its own. A blank line between them proves nothing, since page breaks leave one.
bool goes_on(const TextBlock& before, const TextBlock& next) {
  if (before.heading_level > 0 || next.heading_level > 0 || next.list_item) return false;
  const std::string_view text = before.text.text();
  if (ends_with_punctuation(text) || starts_with_enumerator(next.text.text())) return false;
  if (looks_like_heading(text)) return false;
  return width_of(text) >= narrowest_margin || (has_clause_mark(text) && !next.after_blank);
}

void append_line(Paragraph& paragraph, const TextBlock& block) {
  const std::string_view before = paragraph.text.text();
  const std::string_view next = block.text.text();
  if (!before.empty() && !next.empty()) {
    // Between Latin words the line end was a blank; between Chinese characters it was nothing.
    const bool words = is_ascii_alphanumeric(before.back()) && is_ascii_alphanumeric(next.front());
    const bool digits = is_ascii_digit(before.back()) && is_ascii_digit(next.front());
    if (words && !digits) paragraph.text.append_as(" ", {paragraph.span.end, block.span.begin});
  }
  paragraph.text.append(block.text);
  paragraph.span = hull(paragraph.span, block.span);
}

class ParagraphReader {
 public:
  ParagraphReader(const Outline& outline, const std::vector<Span>& tables, const std::vector<std::size_t>& furniture)
      : outline_(outline), tables_(tables), furniture_(furniture) {}

  /// The paragraphs of blocks [begin, end). `head` is what the heading's line holds behind the heading, if anything.
  [[nodiscard]] std::vector<Paragraph> read(std::size_t begin, std::size_t end,
                                            const std::optional<TextBlock>& head = std::nullopt) const {
    std::vector<Paragraph> out;
    const TextBlock* before = nullptr;
    if (head) {
      out.push_back(start(*head));
      before = &*head;
    }
    for (std::size_t i = begin; i < end; ++i) {
      const auto* block = std::get_if<TextBlock>(&outline_.blocks[i]);
      // A title that stands inside a section parts nothing, nor does a page break; a table does.
      if (is_title(i) || std::binary_search(furniture_.begin(), furniture_.end(), i)) continue;
      if (block == nullptr || in_table(block->span)) {
        before = nullptr;
        continue;
      }
      if (before != nullptr && goes_on(*before, *block)) {
        append_line(out.back(), *block);
      } else {
        out.push_back(start(*block));
      }
      before = block;
    }
    return out;
  }

  /// The rest of the line that a section's heading is glued to: "一、总体情况。2023年，…".
  [[nodiscard]] std::optional<TextBlock> rest_of_heading(const Section& section) const {
    const auto& block = std::get<TextBlock>(outline_.blocks[section.first_block - 1]);
    const std::string_view text = block.text.text();
    // The first byte whose source lies behind the heading.
    std::uint32_t low = 0;
    auto high = static_cast<std::uint32_t>(text.size());
    while (low < high) {
      const std::uint32_t middle = (low + high) / 2;
      if (block.text.source({middle, middle}).begin < section.heading.end) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    std::size_t at = low;
    while (at < text.size() && !is_word(code_point_at(text, at).value) && text[at] != '<') {
      at += code_point_at(text, at).length;
    }
    if (at >= text.size()) return std::nullopt;
    TextBlock rest;
    rest.text = block.text.sub({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())});
    rest.span = rest.text.source();
    return rest;
  }

 private:
  static Paragraph start(const TextBlock& block) {
    Paragraph paragraph;
    paragraph.text = block.text;
    paragraph.span = block.span;
    paragraph.heading_level = block.heading_level;
    paragraph.heading = block.heading_level > 0 || looks_like_heading(block.text.text());
    return paragraph;
  }

  [[nodiscard]] bool is_title(std::size_t block) const {
    return std::find(outline_.title_blocks.begin(), outline_.title_blocks.end(), block) != outline_.title_blocks.end();
  }
  /// Whether tables hold most of it: a web page's text may have all tables of a section in one line.
  [[nodiscard]] bool in_table(Span span) const {
    std::uint32_t covered = 0;
    for (const Span table : tables_) {
      const std::uint32_t begin = std::max(span.begin, table.begin);
      const std::uint32_t end = std::min(span.end, table.end);
      if (table.contains(span)) return true;
      if (begin < end) covered += end - begin;
    }
    return covered * 2 > span.size();
  }

  const Outline& outline_;
  const std::vector<Span>& tables_;
  const std::vector<std::size_t>& furniture_;
};

}  // namespace

bool ends_with_punctuation(std::string_view text) {
  return std::u32string_view(U"。！？；：…!?;:.").find(last_mark(text)) != std::u32string_view::npos;
}

bool has_clause_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_clause_mark(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool starts_with_enumerator(std::string_view text) {
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? code_point_at(text, at) : CodePoint{}; };
  const auto is_in = [](char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; };
  while (at < text.size() && (is_blank(peek().value) || text[at] == '*')) at += peek().length;
  if (peek().value >= U'①' && peek().value <= U'⑳') return true;
  const bool bracket = is_in(peek().value, U"（(");
  if (bracket) at += peek().length;
  const std::size_t ordinal = at;
  while (at < text.size() && is_in(peek().value, U"0123456789０１２３４５６７８９一二三四五六七八九十"))
    at += peek().length;
  if (at == ordinal || !read_ordinal(text.substr(ordinal, at - ordinal))) return false;
  const char32_t next = peek().value;
  if (bracket) return is_in(next, U"）)");
  if (is_in(next, U"．.")) {
    at += peek().length;
    return !is_fraction(text.substr(at));
  }
  return is_in(next, U"、）)是");
}

Paragraphs read_paragraphs(const Outline& outline, const std::vector<Span>& tables,
                           const std::vector<std::size_t>& page_furniture) {
  const ParagraphReader reader(outline, tables, page_furniture);
  Paragraphs paragraphs;
  const std::size_t first_heading =
      outline.sections.empty() ? outline.blocks.size() : outline.sections.front().first_block - 1;
  paragraphs.preface = reader.read(std::min<std::size_t>(outline.first_block, first_heading), first_heading);
  paragraphs.sections.reserve(outline.sections.size());
  for (const Section& section : outline.sections) {
    paragraphs.sections.push_back(
        reader.read(section.first_block, section.first_block + section.block_count, reader.rest_of_heading(section)));
  }
  return paragraphs;
}

}  // namespace gialint
