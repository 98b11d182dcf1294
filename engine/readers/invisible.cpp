#include "engine/readers/invisible.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// Default_Ignorable_Code_Point of Unicode, as far as texts hold them; not the variation selectors, which choose a
/// character's form.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

/// Whether `text` may hold one. What is looked for are the first bytes, of which texts hold few, but for that of
/// U+FEFF.
bool may_hold_invisible(std::string_view text) {
  for (const char lead : {'\xC2', '\xCD', '\xD8', '\xE1', '\xE2'}) {
    for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
      if (is_invisible(code_point_at(text, at).value)) return true;
    }
  }
  return text.find("\xEF\xBB\xBF") != std::string_view::npos;
}

MappedText visible(const MappedText& text) {
  MappedText out;
  const std::string_view all = text.text();
  std::size_t kept = 0;
  const auto keep_to = [&](std::size_t end) {
    if (end > kept) out.append(text.sub({static_cast<std::uint32_t>(kept), static_cast<std::uint32_t>(end)}));
  };
  for (std::size_t at = 0; at < all.size();) {
    const CodePoint point = code_point_at(all, at);
    if (is_invisible(point.value)) {
      keep_to(at);
      kept = at + point.length;
    }
    at += point.length;
  }
  keep_to(all.size());
  const std::string_view content = trim(out.text());
  if (content.size() == out.text().size()) return out;
  const auto begin = static_cast<std::uint32_t>(content.data() - out.text().data());
  return out.sub({begin, begin + static_cast<std::uint32_t>(content.size())});
}

void clean(GridCell& cell) {
  if (!may_hold_invisible(cell.text.text())) return;
  cell.text = visible(cell.text);
  if (cell.text.empty()) {
    cell.span.end = cell.span.begin;
  } else {
    cell.span = cell.text.source();
  }
}

}  // namespace

void drop_invisible(std::vector<Block>& blocks, const SourceText& source) {
  // Markup can name them: &shy;
  if (!may_hold_invisible(source.text()) && source.text().find('&') == std::string_view::npos) return;
  for (Block& block : blocks) {
    if (auto* const text = std::get_if<TextBlock>(&block)) {
      if (may_hold_invisible(text->text.text())) text->text = visible(text->text);
    } else {
      for (GridRow& row : std::get<Grid>(block).rows) {
        for (GridCell& cell : row.cells) clean(cell);
      }
    }
  }
  const auto is_blank = [](const Block& block) {
    const auto* const text = std::get_if<TextBlock>(&block);
    return text != nullptr && text->text.empty();
  };
  blocks.erase(std::remove_if(blocks.begin(), blocks.end(), is_blank), blocks.end());
}

}  // namespace gialint
