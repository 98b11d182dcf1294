#include "engine/tables/form_sequence.hpp"

#include <algorithm>
#include <utility>

#include "engine/text/normalize.hpp"

namespace gialint {
namespace {

// Code points; all headers of the widest table.
constexpr std::size_t longest_joined = 100;

void add_wording(FormElement& element, std::u32string folded, const std::string& text, WordingMatch match,
                 bool joined = false) {
  if (folded.empty()) return;
  const bool known = std::any_of(element.wordings.begin(), element.wordings.end(),
                                 [&](const ElementWording& each) { return each.folded == folded; });
  if (known) return;
  element.longest = std::max(element.longest, folded.size());
  std::u32string bare(without_enumerator(folded));
  const std::uint64_t letters = letter_set(bare);
  element.wordings.push_back({std::move(folded), text, match, joined, std::move(bare), letters});
}

void add_wording(FormElement& element, const std::string& text, WordingMatch match) {
  add_wording(element, fold_text(text), text, match);
}

FormElement text_element(FormElement::Kind kind, std::size_t table, const std::string& text) {
  FormElement element;
  element.kind = kind;
  element.table = table;
  add_wording(element, text, WordingMatch::official);
  return element;
}

FormElement column_header(std::size_t table, std::size_t index, const FormColumn& column) {
  FormElement element = text_element(FormElement::Kind::header, table, column.label);
  element.column = index;
  for (const std::string& text : column.accepted) add_wording(element, text, WordingMatch::accepted);
  for (const std::string& text : column.deviant) add_wording(element, text, WordingMatch::deviant);
  return element;
}

/// `groups` are the group labels printed directly before the row, from the outermost.
FormElement row_element(std::size_t table, std::size_t index, const FormRow& row,
                        const std::vector<std::string>& groups) {
  FormElement element;
  element.kind = FormElement::Kind::row;
  element.table = table;
  element.row = index;
  add_wording(element, row.label, WordingMatch::official);
  add_wording(element, row.short_label, WordingMatch::official);
  for (const std::string& text : row.accepted) add_wording(element, text, WordingMatch::accepted);
  for (const std::string& text : row.deviant) add_wording(element, text, WordingMatch::deviant);
  // The number in front of a label is layout: "1．", "1" and none at all are the same label.
  const std::vector<ElementWording> plain = element.wordings;
  for (const ElementWording& each : plain) {
    add_wording(element, std::u32string(without_enumerator(each.folded)), each.text, each.match);
  }
  // A layout may run the labels of groups and row together: "（三）不予公开1.属于国家秘密".
  std::u32string before;
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    before.insert(0, fold_text(*group));
    for (const ElementWording& each : plain) add_wording(element, before + each.folded, each.text, each.match, true);
  }
  return element;
}

/// The header as printed, row by row; each cell that heads exactly one value column is that column's.
void add_header(const FormTable& form, std::size_t table, std::vector<FormElement>& out) {
  if (form.header.empty()) {
    if (!form.label_column.empty()) out.push_back(text_element(FormElement::Kind::header, table, form.label_column));
    for (std::size_t i = 0; i < form.columns.size(); ++i) out.push_back(column_header(table, i, form.columns[i]));
    return;
  }
  std::size_t width = 0;
  for (const FormHeaderCell& cell : form.header.front()) width += static_cast<std::size_t>(cell.columns);
  const std::size_t labels = width - form.columns.size();
  std::vector<std::size_t> covered(width, 0);  // header rows that each physical column is covered down to
  for (std::size_t row = 0; row < form.header.size(); ++row) {
    std::size_t at = 0;
    for (const FormHeaderCell& cell : form.header[row]) {
      while (at < width && covered[at] > row) ++at;
      const std::size_t bottom = row + static_cast<std::size_t>(cell.rows);
      const bool leaf = cell.columns == 1 && bottom == form.header.size() && at >= labels;
      out.push_back(leaf ? column_header(table, at - labels, form.columns[at - labels])
                         : text_element(FormElement::Kind::header, table, cell.text));
      for (int i = 0; i < cell.columns && at < width; ++i) covered[at++] = bottom;
    }
  }
}

std::uint64_t pair_of(char32_t first, char32_t second) { return (std::uint64_t{first} << 32U) | second; }

}  // namespace

std::uint64_t letter_set(std::u32string_view text) {
  std::uint64_t set = 0;
  for (const char32_t c : text) set |= std::uint64_t{1} << ((c * 0x9E3779B1U) >> 26U);
  return set;
}

std::u32string_view without_enumerator(std::u32string_view folded) {
  const auto is_ordinal = [](char32_t c) {
    return (c >= U'0' && c <= U'9') ||
           std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
  };
  std::size_t at = 0;
  while (at < folded.size() && at < 2 && is_ordinal(folded[at])) ++at;
  return at < folded.size() ? folded.substr(at) : folded;
}

FormSequence::FormSequence(const Edition& edition) : edition_(&edition) {
  for (std::size_t table = 0; table < edition.tables.size(); ++table) {
    const FormTable& form = edition.tables[table];
    std::vector<FormElement> elements;
    std::vector<std::u32string> groups;
    if (!form.caption.empty()) elements.push_back(text_element(FormElement::Kind::caption, table, form.caption));
    add_header(form, table, elements);
    std::vector<std::size_t> open;  // the groups over the row, from the outermost
    const std::vector<std::string> no_parents;
    const std::vector<std::string>* above = &no_parents;
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      const std::vector<std::string>& parents = form.rows[row].parents;
      const std::size_t shared = static_cast<std::size_t>(
          std::mismatch(parents.begin(), parents.end(), above->begin(), above->end()).first - parents.begin());
      const std::vector<std::string> groups_before(parents.begin() + static_cast<std::ptrdiff_t>(shared),
                                                   parents.end());
      open.resize(shared);
      for (std::size_t i = shared; i < parents.size(); ++i) {
        open.push_back(elements.size());
        elements.push_back(text_element(FormElement::Kind::group, table, parents[i]));
        groups.push_back(elements.back().wordings.front().folded);
      }
      above = &parents;
      for (const std::size_t group : open) elements[group].last = elements.size();
      elements.push_back(row_element(table, row, form.rows[row], groups_before));
    }
    for (const FormElement& element : elements) {
      for (const ElementWording& wording : element.wordings) {
        labels_.insert(wording.folded);
        if (element.kind == FormElement::Kind::header) {
          headers_.push_back(wording.folded);
          if (element.column == FormElement::none) over_several_.insert(wording.folded);
        }
        for (std::size_t i = 1; i < wording.folded.size(); ++i) {
          pairs_.insert(pair_of(wording.folded[i - 1], wording.folded[i]));
        }
      }
    }
    elements_.push_back(std::move(elements));
    groups_.push_back(std::move(groups));
  }
  std::sort(headers_.begin(), headers_.end(), [](const std::u32string& a, const std::u32string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  headers_.erase(std::unique(headers_.begin(), headers_.end()), headers_.end());
}

std::vector<std::size_t> FormSequence::joined_headers(std::u32string_view folded) const {
  if (folded.size() > longest_joined || is_label(std::u32string(folded))) return {};
  // From the end: of the headers that the rest begins with the longest behind which all is headers again.
  std::vector<std::size_t> first(folded.size() + 1, 0);  // length of the header that begins here; 0: none does
  for (std::size_t at = folded.size(); at-- > 0;) {
    for (const std::u32string& header : headers_) {
      const std::size_t end = at + header.size();
      if (end > folded.size() || (end < folded.size() && first[end] == 0)) continue;
      if (folded.substr(at, header.size()) != header) continue;
      first[at] = header.size();
      break;
    }
  }
  std::vector<std::size_t> lengths;
  for (std::size_t at = 0; at < folded.size() && first[at] > 0; at += first[at]) lengths.push_back(first[at]);
  return lengths;
}

bool FormSequence::is_group_piece(std::size_t table, std::u32string_view folded) const {
  const auto& groups = groups_[table];
  return std::any_of(groups.begin(), groups.end(),
                     [&](const std::u32string& group) { return group.find(folded) != std::u32string::npos; });
}

bool FormSequence::is_piece(std::u32string_view folded) const {
  if (labels_.count(std::u32string(folded)) > 0) return false;
  return std::any_of(labels_.begin(), labels_.end(),
                     [&](const std::u32string& label) { return label.find(folded) != std::u32string::npos; });
}

bool FormSequence::is_familiar(std::u32string_view folded) const {
  if (folded.size() < 2) return !folded.empty();  // a character of a label printed vertically, or of one cut apart
  std::size_t known = 0;
  for (std::size_t i = 1; i < folded.size(); ++i) known += pairs_.count(pair_of(folded[i - 1], folded[i]));
  return known * 2 >= folded.size() - 1;
}

}  // namespace gialint
