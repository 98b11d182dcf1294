#include "engine/tables/column_runs.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace gialint {
namespace {

using Kind = Token::Kind;

constexpr std::size_t no_column = FormElement::none;
constexpr std::size_t most_header_pieces = 4;  // of a header that a narrow column broke

bool is_called(const FormElement& element, const std::u32string& folded) {
  return std::any_of(element.wordings.begin(), element.wordings.end(),
                     [&](const ElementWording& wording) { return wording.folded == folded; });
}

/// A header and the figures under it.
struct Run {
  std::vector<std::size_t> header;  ///< tokens
  std::u32string name;
  std::vector<std::size_t> values;  ///< tokens, downwards
};

/// One table's tokens [begin, end).
class Segment {
 public:
  Segment(const std::vector<Token>& tokens, const FormSequence& form, std::size_t table, std::size_t begin,
          std::size_t end, const AlignmentCosts& costs)
      : tokens_(tokens), form_(form), table_(table), begin_(begin), end_(end), costs_(costs) {
    for (const FormElement& element : form.elements(table)) {
      if (element.column != no_column) {
        columns_.resize(std::max(columns_.size(), element.column + 1), nullptr);
        columns_[element.column] = &element;
      }
      if (element.kind == FormElement::Kind::row) labelled_ = labelled_ || !element.wordings.empty();
    }
  }

  /// Its tokens in the order of rows; nothing when they are in it already, or not all there.
  [[nodiscard]] std::optional<std::vector<std::size_t>> by_rows() {
    if (columns_.empty() || std::count(columns_.begin(), columns_.end(), nullptr) > 0) return std::nullopt;
    find_runs();
    if (runs_.size() != columns_.size() || !sort_runs()) return std::nullopt;
    const std::size_t rows = runs_.front().values.size();
    for (const Run& run : runs_) {
      if (run.values.size() != rows) return std::nullopt;
    }
    if (!labelled_) return rows == 1 ? put_together({}) : std::nullopt;
    const std::vector<std::vector<std::size_t>> labels = row_labels();
    return labels.size() == rows ? put_together(labels) : std::nullopt;
  }

 private:
  void find_runs() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (tokens_[i].kind != Kind::value || i == begin_ || tokens_[i - 1].kind != Kind::label) continue;
      std::size_t after = i;
      while (after < end_ && tokens_[after].kind == Kind::value) ++after;
      if (!take_line(i, after)) take_run(i, after);
      i = after - 1;
    }
  }

  /// Figures [begin, end) on one line, under a line of as many headers: a part of a table with one row.
  bool take_line(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin;
    if (labelled_ || count < 2 || begin - begin_ < count) return false;
    const auto on_line = [&](std::size_t from, std::size_t to) {
      return std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                         tokens_.begin() + static_cast<std::ptrdiff_t>(to),
                         [&](const Token& token) { return token.line == tokens_[from].line; });
    };
    if (!on_line(begin, end) || !on_line(begin - count, begin)) return false;
    if (begin - begin_ > count && tokens_[begin - count - 1].line == tokens_[begin - count].line) return false;
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t header = begin - count + k;
      if (tokens_[header].kind != Kind::label) return false;
    }
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t header = begin - count + k;
      runs_.push_back({{header}, tokens_[header].folded, {begin + k}});
    }
    return true;
  }

  /// Figures [begin, end), each on a line of its own, behind the pieces of a header.
  void take_run(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (tokens_[i].line == tokens_[i - 1].line && !tokens_[i].downwards) return;
    }
    Run run;
    for (std::size_t i = begin; i-- > begin_ && tokens_[i].kind == Kind::label && begin - i <= most_header_pieces;) {
      run.header.insert(run.header.begin(), i);
      run.name = tokens_[i].folded + run.name;
      const bool heads = std::any_of(columns_.begin(), columns_.end(),
                                     [&](const FormElement* column) { return is_called(*column, run.name); });
      if (!heads) continue;
      run.values.resize(end - begin);
      std::iota(run.values.begin(), run.values.end(), begin);
      runs_.push_back(std::move(run));
      return;
    }
  }

  /// Puts the runs in the order of the form's columns. Columns of one name follow each other as on the form.
  bool sort_runs() {
    const auto heads = [&](std::size_t column, const Run& run) { return is_called(*columns_[column], run.name); };
    bool in_order = true;
    for (std::size_t k = 0; k < runs_.size(); ++k) in_order = in_order && heads(k, runs_[k]);
    if (in_order) return true;
    std::vector<Run> sorted(columns_.size());
    for (Run& run : runs_) {
      std::size_t own = no_column;
      for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (!heads(column, run)) continue;
        if (own != no_column) return false;
        own = column;
      }
      if (own == no_column || !sorted[own].values.empty()) return false;
      sorted[own] = std::move(run);
    }
    runs_ = std::move(sorted);
    return true;
  }

  /// The tokens of the rows' labels, row by row: what alignment finds when the figures are not there.
  [[nodiscard]] std::vector<std::vector<std::size_t>> row_labels() const {
    std::set<std::size_t> taken;
    for (const Run& run : runs_) {
      taken.insert(run.header.begin(), run.header.end());
      taken.insert(run.values.begin(), run.values.end());
    }
    std::vector<Token> words;
    std::vector<std::size_t> index;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (tokens_[i].kind != Kind::label || taken.count(i) > 0) continue;
      words.push_back(tokens_[i]);
      index.push_back(i);
    }
    const Alignment alignment = align(words, form_, {{table_, 0}}, costs_);
    const std::vector<FormElement>& elements = form_.elements(table_);
    std::vector<std::vector<std::size_t>> labels;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const ElementMatch& match = alignment.tables.front().elements[i];
      if (elements[i].kind != FormElement::Kind::row || match.label.empty()) continue;
      labels.emplace_back();
      for (const std::size_t word : match.label) labels.back().push_back(index[word]);
    }
    return labels;
  }

  /// Headers and what else is not of a row first, as they follow, then each row with its figures. Nothing when that is
  /// the order already.
  [[nodiscard]] std::optional<std::vector<std::size_t>> put_together(
      const std::vector<std::vector<std::size_t>>& labels) const {
    std::set<std::size_t> values;
    for (const Run& run : runs_) values.insert(run.values.begin(), run.values.end());
    std::size_t first_label = end_;
    std::size_t last_label = begin_;
    for (const std::vector<std::size_t>& label : labels) {
      first_label = std::min(first_label, label.front());
      last_label = std::max(last_label, label.back());
    }
    const std::size_t last_value = *values.rbegin();
    // Labels of groups stand between those of the rows and keep their places; what follows the labels of the last row
    // goes in front of the first's group, unless it stands behind the last figure.
    std::vector<std::size_t> order;
    const std::size_t header_end = labels.empty() ? last_value : first_of_rows(first_label);
    for (std::size_t i = begin_; i < header_end; ++i) {
      if (values.count(i) == 0) order.push_back(i);
    }
    if (!labels.empty()) {
      for (std::size_t i = last_label + 1; i < last_value; ++i) {
        if (values.count(i) == 0) order.push_back(i);
      }
      std::size_t next = header_end;
      for (std::size_t row = 0; row < labels.size(); ++row) {
        for (; next <= labels[row].back(); ++next) order.push_back(next);
        for (const Run& run : runs_) order.push_back(run.values[row]);
      }
    } else {
      for (const Run& run : runs_) order.push_back(run.values.front());
    }
    for (std::size_t i = last_value + 1; i < end_; ++i) order.push_back(i);
    if (order.size() != end_ - begin_ || std::is_sorted(order.begin(), order.end())) return std::nullopt;
    return order;
  }

  /// Where the rows begin: at the first row's label, or a group's in front of it.
  [[nodiscard]] std::size_t first_of_rows(std::size_t first_label) const {
    std::size_t begin = first_label;
    while (begin > begin_) {
      const Token& token = tokens_[begin - 1];
      const std::vector<FormElement>& elements = form_.elements(table_);
      const bool group =
          token.kind == Kind::label && std::any_of(elements.begin(), elements.end(), [&](const FormElement& element) {
            return element.kind == FormElement::Kind::group && is_called(element, token.folded);
          });
      if (!group) break;
      --begin;
    }
    return begin;
  }

  const std::vector<Token>& tokens_;
  const FormSequence& form_;
  std::size_t table_;
  std::size_t begin_;
  std::size_t end_;
  const AlignmentCosts& costs_;
  std::vector<const FormElement*> columns_;
  std::vector<Run> runs_;
  bool labelled_ = false;  ///< the form prints a label before its rows
};

/// Where each of the tables begins: at its caption, the first at the region's start.
std::vector<std::pair<std::size_t, std::size_t>> segments(const std::vector<Token>& tokens, const FormSequence& form,
                                                          const std::vector<TableRequest>& requests) {
  std::vector<std::pair<std::size_t, std::size_t>> starts;  // table, token
  if (requests.size() == 1) return {{requests.front().table, 0}};
  std::size_t next = 0;
  for (std::size_t i = 0; i < tokens.size() && next < requests.size(); ++i) {
    if (tokens[i].kind != Kind::label) continue;
    for (std::size_t k = next; k < requests.size(); ++k) {
      const std::vector<FormElement>& elements = form.elements(requests[k].table);
      const bool caption = std::any_of(elements.begin(), elements.end(), [&](const FormElement& element) {
        return element.kind == FormElement::Kind::caption && is_called(element, tokens[i].folded);
      });
      if (!caption) continue;
      starts.emplace_back(requests[k].table, i);
      next = k + 1;
      break;
    }
  }
  return starts;
}

}  // namespace

void join_column_runs(std::vector<Token>& tokens, const FormSequence& form, const std::vector<TableRequest>& requests,
                      const AlignmentCosts& costs) {
  if (tokens.size() > most_tokens) return;
  const std::vector<std::pair<std::size_t, std::size_t>> starts = segments(tokens, form, requests);
  std::vector<std::size_t> order(tokens.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  bool changed = false;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const std::size_t end = k + 1 < starts.size() ? starts[k + 1].second : tokens.size();
    Segment segment(tokens, form, starts[k].first, starts[k].second, end, costs);
    const std::optional<std::vector<std::size_t>> by_rows = segment.by_rows();
    if (!by_rows) continue;
    std::copy(by_rows->begin(), by_rows->end(), order.begin() + static_cast<std::ptrdiff_t>(starts[k].second));
    changed = true;
  }
  if (!changed) return;
  std::vector<Token> joined;
  joined.reserve(tokens.size());
  for (const std::size_t token : order) joined.push_back(std::move(tokens[token]));
  tokens = std::move(joined);
}

}  // namespace gialint
