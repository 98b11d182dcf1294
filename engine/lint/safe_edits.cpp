#include "engine/lint/safe_edits.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t most_bytes = 400;
constexpr std::size_t context = 120;  // bytes beside an edit in which a figure that it touches ends

// Characters that write a number in some notation, or scale one. Full-width forms are folded before.
bool is_numeral(char32_t c) {
  static constexpr std::u32string_view words =
      U"〇零一二三四五六七八九十百千万亿兆两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩參貳陸²³¹";
  static constexpr std::pair<char32_t, char32_t> ranges[] = {
      {U'0', U'9'},     {0x0660, 0x0669}, {0x06F0, 0x06F9}, {0x0966, 0x096F}, {0x2070, 0x2089}, {0x2150, 0x218B},
      {0x2460, 0x24FF}, {0x2776, 0x2793}, {0x3021, 0x3029}, {0x3220, 0x3229}, {0x3280, 0x3289}, {0x1D7CE, 0x1D7FF}};
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const auto& range) { return range.first <= c && c <= range.second; }) ||
         words.find(c) != std::u32string_view::npos;
}

char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  static constexpr std::u32string_view dashes = U"−–—―‐‑‒﹣";
  return dashes.find(c) == std::u32string_view::npos ? c : U'-';
}

// What makes one figure of two, or another of one: points, separators, signs, and what an HTML character reference
// (&#51;) is written with.
bool is_joiner(char32_t c) { return std::u32string_view(U".,:/-+±%‰&#;'").find(c) != std::u32string_view::npos; }

// The figures of a text in order, each with the signs that belong to it.
std::vector<std::u32string> figures(std::string_view text) {
  std::vector<std::u32string> found;
  std::u32string run;
  std::size_t numerals_end = 0;
  const auto close = [&] {
    // A point or comma that no numeral follows belongs to the sentence.
    while (run.size() > numerals_end && run.back() != U'%' && run.back() != U'‰' && run.back() != U';') run.pop_back();
    if (numerals_end > 0) found.push_back(run);
    run.clear();
    numerals_end = 0;
  };
  for (const char32_t raw : to_utf32(text)) {
    const char32_t c = folded(raw);
    if (is_numeral(c)) {
      run += c;
      numerals_end = run.size();
    } else if (is_joiner(c)) {
      run += c;
    } else {
      close();
    }
  }
  close();
  return found;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void add(std::vector<Span>& spans, const std::vector<Span>& more) {
  spans.insert(spans.end(), more.begin(), more.end());
}

void add(std::vector<Span>& spans, const std::vector<Table>& tables) {
  for (const Table& table : tables) {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        spans.push_back(cell.span);
        add(spans, cell.rest);
      }
      add(spans, row.unread);
    }
    for (const ExtraRow& row : table.extra_rows) add(spans, row.values);
    for (const ExtraColumn& column : table.extra_columns) add(spans, column.values);
    add(spans, table.unread);
  }
}

}  // namespace

SafeEdits::SafeEdits(const Report& report) : report_(&report) {
  std::vector<Span> all;
  add(all, report.tables.tables);
  add(all, report.tables.unreadable);
  for (const Mention& mention : report.mentions) all.push_back(mention.span);
  for (const Claim& claim : report.claims) all.push_back(claim.span);
  std::sort(all.begin(), all.end());
  for (const Span& span : all) {
    if (!numbers_.empty() && span.begin < numbers_.back().end) {
      numbers_.back().end = std::max(numbers_.back().end, span.end);
    } else {
      numbers_.push_back(span);
    }
  }
}

bool SafeEdits::allow(const std::vector<Edit>& edits) const {
  return std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) { return allow(edit); });
}

bool SafeEdits::allow(const Edit& edit) const {
  if (edit.span.size() > most_bytes || edit.replacement.size() > most_bytes) return false;
  if (is_section_numeral(edit)) return true;
  const auto after = std::lower_bound(numbers_.begin(), numbers_.end(), edit.span.end,
                                      [](const Span& span, std::uint32_t at) { return span.begin < at; });
  if (after != numbers_.begin() && std::prev(after)->end > edit.span.begin) return false;
  return keeps_figures(edit);
}

bool SafeEdits::is_section_numeral(const Edit& edit) const {
  return std::any_of(report_->outline.sections.begin(), report_->outline.sections.end(), [&](const Section& section) {
    if (section.numeral != edit.span) return false;
    const std::vector<FormSection>& form = report_->edition().sections;
    return std::any_of(form.begin(), form.end(), [&](const FormSection& one) {
      return one.id == section.id && one.numeral + "、" == edit.replacement;
    });
  });
}

bool SafeEdits::keeps_figures(const Edit& edit) const {
  const std::string_view text = report_->text();
  std::size_t from = edit.span.begin - std::min<std::size_t>(edit.span.begin, context);
  std::size_t to = std::min<std::size_t>(text.size(), edit.span.end + context);
  while (!is_boundary(text, from)) ++from;
  while (!is_boundary(text, to)) --to;
  std::string after(text.substr(from, edit.span.begin - from));
  after.append(edit.replacement).append(text.substr(edit.span.end, to - edit.span.end));
  return figures(text.substr(from, to - from)) == figures(after);
}

}  // namespace gialint
