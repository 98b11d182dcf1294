#include "engine/document/run_on_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Where a numbered heading stands in a text: its bytes, and the section's place in the form.
struct Heading {
  std::size_t begin = 0;
  std::size_t end = 0;
  int order = 0;
};

bool ends_sentence(char32_t c) { return c == U'。' || c == U'！' || c == U'？'; }
bool is_markup(char32_t c) { return c == U'#' || c == U'*'; }

/// The bytes of the longest wording of section number `order` that `text` starts with; 0 when there is none.
std::size_t wording_at(std::string_view text, int order, const OutlineWordings& wordings) {
  std::size_t longest = 0;
  for (const SectionWording& each : wordings.sections) {
    const bool plain = each.match == WordingMatch::official || each.match == WordingMatch::accepted;
    if (plain && each.order == order && text.starts_with(each.text)) longest = std::max(longest, each.text.size());
  }
  return longest;
}

/// 二、主动公开政府信息情况 at byte `at`.
std::optional<Heading> heading_at(std::string_view text, std::size_t at, const OutlineWordings& wordings) {
  constexpr std::string_view mark = "、";
  constexpr std::size_t character = 3;  // bytes of a Chinese numeral
  const std::size_t separator = text.substr(at, character + mark.size()).find(mark);
  if (separator != character) return std::nullopt;
  const std::optional<int> number = read_ordinal(text.substr(at, character));
  if (!number) return std::nullopt;
  const std::size_t words = at + character + mark.size();
  const std::size_t size = wording_at(text.substr(words), *number, wordings);
  if (size == 0) return std::nullopt;
  return Heading{at, words + size, *number};
}

/// Each behind the one before it in the form; those that stand where a line may have begun.
std::vector<Heading> headings_in(std::string_view text, const OutlineWordings& wordings) {
  std::vector<Heading> found;
  bool may_begin = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (may_begin && !is_blank(point.value) && !is_markup(point.value)) {
      if (const auto heading = heading_at(text, at, wordings);
          heading && (found.empty() || found.back().order < heading->order)) {
        found.push_back(*heading);
        at = heading->end;
        continue;
      }
      may_begin = false;
    }
    if (is_blank(point.value) || is_markup(point.value) || ends_sentence(point.value)) may_begin = true;
    at += point.length;
  }
  return found;
}

class Parting {
 public:
  Parting(const MappedText& text, const OutlineWordings& wordings, std::vector<Block>& out)
      : mapped_(text), text_(text.text()), wordings_(wordings), out_(out) {}

  void part(const std::vector<Heading>& headings) {
    std::size_t at = title_end(headings.front().begin);
    add(0, at);
    for (const Heading& heading : headings) {
      add_paragraphs(at, heading.begin);
      add(heading.begin, heading.end);
      at = heading.end;
    }
    add_paragraphs(at, text_.size());
  }

 private:
  /// The byte behind the title at the start of the text; 0 where none stands there.
  [[nodiscard]] std::size_t title_end(std::size_t limit) const {
    constexpr std::size_t most = 200;  // bytes of a title
    const std::string_view start = text_.substr(0, std::min(limit, most));
    for (const CoreWording& core : wordings_.cores) {
      const std::size_t found = start.find(core.text);
      if (found == std::string_view::npos) continue;
      const std::string_view before = start.substr(0, found);
      const bool runs_on = before.find("，") != std::string_view::npos || before.find("。") != std::string_view::npos;
      return runs_on ? 0 : found + core.text.size();
    }
    return 0;
  }

  /// What stands from `begin` to before `end`, parted at blanks behind the end of a sentence.
  void add_paragraphs(std::size_t begin, std::size_t end) {
    std::size_t from = begin;
    bool ended = false;
    for (std::size_t at = begin; at < end;) {
      const CodePoint point = code_point_at(text_, at);
      if (ended && is_blank(point.value)) {
        add(from, at);
        from = at;
      }
      ended = ends_sentence(point.value);
      at += point.length;
    }
    add(from, end);
  }

  void add(std::size_t begin, std::size_t end) {
    const auto is_aside = [](char32_t c) { return is_blank(c) || is_markup(c); };
    while (begin < end && is_aside(code_point_at(text_, begin).value)) begin += code_point_at(text_, begin).length;
    while (begin < end && (text_[end - 1] == ' ' || text_[end - 1] == '#' || text_[end - 1] == '*')) --end;
    if (begin == end) return;
    TextBlock block;
    block.text = mapped_.sub({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    block.span = block.text.source();
    block.after_blank = true;
    out_.emplace_back(std::move(block));
  }

  const MappedText& mapped_;
  std::string_view text_;
  const OutlineWordings& wordings_;
  std::vector<Block>& out_;
};

/// The text of a paragraph, or of the only cell of a table that is not blank; nullptr where there are several.
const MappedText* only_text(const Block& block) {
  if (const auto* text = std::get_if<TextBlock>(&block)) return &text->text;
  const MappedText* only = nullptr;
  for (const GridRow& row : std::get<Grid>(block).rows) {
    for (const GridCell& cell : row.cells) {
      if (cell.text.empty()) continue;
      if (only != nullptr) return nullptr;
      only = &cell.text;
    }
  }
  return only;
}

}  // namespace

std::vector<Block> part_run_on_text(std::vector<Block> blocks, const OutlineWordings& wordings) {
  constexpr std::size_t fewest_headings = 2;
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (Block& block : blocks) {
    const MappedText* const text = only_text(block);
    const std::vector<Heading> headings =
        text == nullptr ? std::vector<Heading>() : headings_in(text->text(), wordings);
    if (headings.size() < fewest_headings) {
      out.push_back(std::move(block));
    } else {
      Parting(*text, wordings, out).part(headings);
    }
  }
  return out;
}

}  // namespace gialint
