#include "engine/text/marked_text.hpp"

#include <algorithm>
#include <cstdint>

#include "engine/text/ascii.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr std::string_view opening = "⟦";
constexpr std::string_view closing = "⟧";

bool is_label(std::string_view text) {
  const auto fits = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

std::string last_line(std::string_view text) { return std::string(text.substr(text.rfind('\n') + 1)); }

}  // namespace

Result<MarkedText> MarkedText::parse(std::string_view marked) {
  MarkedText result;
  std::vector<std::size_t> open;
  while (!marked.empty()) {
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (marked.starts_with(opening)) {
      marked.remove_prefix(opening.size());
      Mark mark;
      const std::size_t colon = marked.find(':');
      if (colon != std::string_view::npos && is_label(marked.substr(0, colon))) {
        mark.label = marked.substr(0, colon);
        marked.remove_prefix(colon + 1);
      }
      mark.span = {here, here};
      open.push_back(result.marks.size());
      result.marks.push_back(std::move(mark));
    } else if (marked.starts_with(closing)) {
      static constexpr Sentence unopened("有一个 ⟧ 前面没有 ⟦，在“{}”之后", "a ⟧ without a ⟦ before it, after '{}'");
      if (open.empty()) return Failure{{}, unopened.with(last_line(result.text))};
      result.marks[open.back()].span.end = here;
      open.pop_back();
      marked.remove_prefix(closing.size());
    } else {
      result.text += marked.front();
      marked.remove_prefix(1);
    }
  }
  static constexpr Sentence unclosed("标记 ⟦{} 没有以 ⟧ 结束", "the mark ⟦{} does not end with ⟧");
  if (!open.empty()) return Failure{{}, unclosed.with(result.marks[open.back()].label)};
  return result;
}

const Mark* MarkedText::mark(std::string_view label) const {
  const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) { return mark.label == label; });
  return found == marks.end() ? nullptr : &*found;
}

}  // namespace gialint
