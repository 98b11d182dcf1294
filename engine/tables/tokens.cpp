#include "engine/tables/tokens.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/tables/form_sequence.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// No label of any form comes near this many bytes; a longer piece is a sentence.
constexpr std::size_t longest_label = 240;
// The number in front of a label: "1 属于国家秘密" in a layout that keeps cells apart by blanks only.
constexpr std::size_t longest_enumerator = 2;
// A cell that holds at least so many numbers is a row that nothing parted; two are one number that a line end broke.
constexpr std::size_t fewest_in_row = 3;
// So many words of a header in a row, behind the first number, are the header again; fewer may be a row's label.
constexpr std::size_t fewest_repeated = 3;

struct Word {
  std::string_view text;
  Span span;
  Extent extent;
  std::uint32_t ambiguous_before = 0;
  std::uint32_t wide_before = 0;
  std::uint32_t wide_within = 0;
};

/// What a cell's text says, when it begins with a number or stands for one.
struct Value {
  CellState state = CellState::number;
  Decimal value;
  std::size_t unit_begin = 0;  ///< in the text; its end when there is no unit
  std::size_t unit_end = 0;
  bool readable = false;
};

/// Whether `text` is a remark behind a number: in brackets, or a mark that leads to a footnote.
bool is_remark(std::string_view text) {
  const std::u32string folded = to_utf32(to_nfkc(text));
  if (folded.empty()) return false;
  constexpr std::u32string_view opening = U"([{〔【〈";
  constexpr std::u32string_view closing = U")]}〕】〉";
  if (opening.find(folded.front()) != std::u32string_view::npos) {
    return closing.find(folded.back()) != std::u32string_view::npos;
  }
  return std::all_of(folded.begin(), folded.end(),
                     [](char32_t c) { return std::u32string_view(U"*※†‡#△▲").find(c) != std::u32string_view::npos; });
}

class TokenReader {
 public:
  TokenReader(const FormSequence& form, TokenList& out)
      : form_(form), edition_(form.edition()), out_(out.tokens), repeated_(out.repeated) {}

  void end_page() { ++page_; }

  void read(const TextBlock& block) {
    ++line_;
    if (block.new_page) end_page();
    width_ = 0;
    downwards_ = false;
    const std::size_t first = out_.size();
    read_words(block.text, block.indent);
    if (first < out_.size()) out_[first].blank_lines = block.blank_lines;
  }

  void read(const Grid& grid) {
    // Cells one below the other, each a row of its own: one row, printed downwards.
    const bool downwards =
        grid.rows.size() > 1 &&
        std::all_of(grid.rows.begin(), grid.rows.end(), [](const GridRow& row) { return row.cells.size() == 1; });
    downwards_ = downwards;
    if (downwards) {
      ++line_;
      width_ = static_cast<std::uint32_t>(grid.rows.size());
      for (std::uint32_t i = 0; i < width_; ++i) read(grid.rows[i].cells.front(), {i, i + 1});
      return;
    }
    for (const GridRow& row : grid.rows) {
      ++line_;
      width_ = row.cells.empty() ? 0 : row.cells.back().column + row.cells.back().column_span;
      for (const GridCell& cell : row.cells) read(cell, {cell.column, cell.column + cell.column_span});
    }
  }

 private:
  void read(const GridCell& cell, Extent extent) {
    const std::string_view text = cell.text.text();
    if (text.empty()) {
      push(Token::Kind::blank, cell.span, extent);
      return;
    }
    const std::size_t numbers = count_numbers(text);
    if (numbers >= fewest_in_row) {
      read_words(cell.text, 0);
      for (auto token = out_.rbegin(); token != out_.rend() && token->line == line_ && cell.span.contains(token->span);
           ++token) {
        token->extent = extent;
      }
    } else if (numbers > 1) {
      push(Token::Kind::value, cell.span, extent).state =
          CellState::text;  // which digits are whose is not for us to say
    } else if (!read_value(cell.text, {0, static_cast<std::uint32_t>(text.size())}, extent) && !repeats(cell, extent)) {
      push_labels(cell.text, {0, static_cast<std::uint32_t>(text.size())}, extent);  // blanks and all
    }
  }

  /// Some formats print a merged cell's label in every cell that it covers; it is one label.
  bool repeats(const GridCell& cell, Extent extent) {
    if (out_.empty()) return false;
    Token& before = out_.back();
    if (before.kind != Token::Kind::label || before.line != line_ || before.text != cell.text.text()) return false;
    before.extent.right = extent.right;
    repeated_.push_back(cell.span);
    return true;
  }

  void read_words(const MappedText& text, std::uint32_t indent) {
    words_.clear();
    split(text, indent);
    join_signs(text);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      const auto begin = static_cast<std::uint32_t>(word.text.data() - text.text().data());
      const Span part{begin, begin + static_cast<std::uint32_t>(word.text.size())};
      const bool before_label = i + 1 < words_.size() && word.text.size() <= longest_enumerator &&
                                is_digit(code_point_at(word.text, 0).value) && !value_of(words_[i + 1].text);
      const bool enumerator = before_label && i == 0;
      if (enumerator || !read_value(text, part, word.extent)) {
        push_labels(text, part, word.extent);
      } else if (before_label) {
        // Behind a group's label the same: "（三）不予公开 1 属于国家秘密". Alignment finds out which it is.
        out_.back().text = word.text;
        out_.back().folded = fold_text(word.text);
      }
      out_.back().ambiguous_before = word.ambiguous_before;
      out_.back().wide_before = word.wide_before;
      out_.back().wide_within = word.wide_within;
    }
  }

  /// "减 7": a word that stands for a sign, and the number behind it, are one.
  void join_signs(const MappedText& text) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      Word word = words_[i];
      const bool sign = among(word.text, edition_.increases) || among(word.text, edition_.decreases);
      if (sign && i + 1 < words_.size() && number_alone(words_[i + 1].text)) {
        const Word& number = words_[++i];
        const auto begin = static_cast<std::uint32_t>(word.text.data() - text.text().data());
        const auto end = static_cast<std::uint32_t>(number.text.data() + number.text.size() - text.text().data());
        word.text = text.text().substr(begin, end - begin);
        word.span = text.source({begin, end});
        word.extent.right = number.extent.right;
        word.wide_within = number.wide_before + number.wide_within - word.wide_before;
      }
      words_[kept++] = word;
    }
    words_.resize(kept);
  }

  void split(const MappedText& mapped, std::uint32_t indent) {
    const std::string_view text = mapped.text();
    std::uint32_t column = indent;
    std::uint32_t ambiguous = 0;
    std::uint32_t wide = 0;
    const auto count = [&](char32_t point) {
      const int cells = cell_width(point);
      column += static_cast<std::uint32_t>(cells);
      if (cells == 2) ++wide;
      if (cells == 1 && cell_width(point, 2) == 2) ++ambiguous;
    };
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_blank(point.value)) {
        at += point.length;
        if (cell_width(point.value) > 0) {
          count(point.value);
        } else {
          ++column;  // a tab
        }
        continue;
      }
      Word word;
      word.extent.left = column;
      word.ambiguous_before = ambiguous;
      word.wide_before = wide;
      std::size_t end = at;
      while (end < text.size()) {
        const CodePoint next = code_point_at(text, end);
        if (is_blank(next.value)) break;
        end += next.length;
        count(next.value);
      }
      word.text = text.substr(at, end - at);
      word.span = mapped.source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      word.extent.right = column;
      word.wide_within = wide - word.wide_before;
      words_.push_back(word);
      at = end;
    }
  }

  [[nodiscard]] static bool may_be_number(std::string_view text) {
    const char32_t first = code_point_at(text, 0).value;
    return is_digit(first) || first == U'+' || first == U'-' || first == U'－' || first == U'＋' || first == U'−';
  }

  static bool among(std::string_view text, const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
  }

  [[nodiscard]] std::optional<Value> value_of(std::string_view text) const {
    for (const std::string& decrease : edition_.decreases) {
      if (text.substr(0, decrease.size()) != decrease) continue;
      const std::optional<Value> value = number_alone(trim(text.substr(decrease.size())));
      if (value)
        return Value{CellState::number, subtract(Decimal(0), value->value).value_or(Decimal{}), text.size(),
                     text.size(), false};
    }
    for (const std::string& increase : edition_.increases) {
      if (text.substr(0, increase.size()) != increase) continue;
      if (std::optional<Value> value = number_alone(trim(text.substr(increase.size())))) {
        value->unit_begin = value->unit_end = text.size();
        return value;
      }
    }
    if (may_be_number(text)) {
      if (const std::optional<Decimal> number = read_number(text)) {
        return Value{CellState::number, *number, text.size(), text.size(), false};
      }
      if (const std::optional<Value> value = value_with_words(text)) return value;
    }
    if (among(text, edition_.placeholders)) {
      return Value{CellState::dash, Decimal{}, text.size(), text.size(), false};
    }
    if (is_misspelt_number(text)) return Value{CellState::text, Decimal{}, text.size(), text.size(), false};
    return std::nullopt;
  }

  /// Digits and characters that look like them, such characters at least: 〇, 1O, l2.
  [[nodiscard]] bool is_misspelt_number(std::string_view text) const {
    bool misspelt = false;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (!is_digit(point.value)) {
        if (!among(text.substr(at, point.length), edition_.lookalikes)) return false;
        misspelt = true;
      }
      at += point.length;
    }
    return misspelt;
  }

  /// Digits and nothing else.
  [[nodiscard]] static std::optional<Value> number_alone(std::string_view text) {
    if (text.empty() || !is_digit(code_point_at(text, 0).value)) return std::nullopt;
    const std::optional<Decimal> number = read_number(text);
    if (!number) return std::nullopt;
    return Value{CellState::number, *number, text.size(), text.size(), false};
  }

  /// "3件", "3（含1件上年结转）", "3件*": a number, then a unit, a remark, or both.
  [[nodiscard]] std::optional<Value> value_with_words(std::string_view text) const {
    std::size_t end = 0;
    while (end < text.size()) {
      const CodePoint point = code_point_at(text, end);
      const bool part = is_digit(point.value) || is_blank(point.value) ||
                        std::u32string_view(U"+-－＋−.,．，").find(point.value) != std::u32string_view::npos;
      if (!part) break;
      end += point.length;
    }
    const std::optional<Decimal> number = read_number(text.substr(0, end));
    if (!number) return std::nullopt;
    const std::string_view rest = trim(text.substr(end));
    const auto begin = static_cast<std::size_t>(rest.data() - text.data());
    std::size_t unit = 0;
    for (const std::string& each : edition_.units) {
      if (each.size() > unit && rest.substr(0, each.size()) == each) unit = each.size();
    }
    const std::string_view behind = trim(rest.substr(unit));
    if (behind.empty() && unit > 0) return Value{CellState::number, *number, begin, begin + unit, false};
    if (!is_remark(behind)) return std::nullopt;
    return Value{CellState::text, *number, begin, begin + unit, true};
  }

  [[nodiscard]] static std::size_t count_numbers(std::string_view text) {
    std::size_t numbers = 0;
    for (std::size_t at = 0; at < text.size();) {
      while (at < text.size() && is_blank(code_point_at(text, at).value)) at += code_point_at(text, at).length;
      std::size_t end = at;
      while (end < text.size() && !is_blank(code_point_at(text, end).value)) end += code_point_at(text, end).length;
      if (end > at && may_be_number(text.substr(at, end - at)) && read_number(text.substr(at, end - at))) ++numbers;
      at = end;
    }
    return numbers;
  }

  /// Adds the value that text.text()[part] is; false when it is none. A word that stands for none (无) may be part of a
  /// label as well (无/法/提/供): alignment finds out which it is.
  bool read_value(const MappedText& text, Span part, Extent extent) {
    const std::optional<Value> value = value_of(text.text().substr(part.begin, part.size()));
    if (!value) return false;
    const Span span = text.source(part);
    Token& token = push(Token::Kind::value, span, extent);
    token.state = value->state;
    token.value = value->value;
    token.readable = value->readable;
    token.text = text.text().substr(part.begin, part.size());
    token.pointed = value->state == CellState::number && has_point(token.text);
    if (value->state == CellState::dash) token.folded = fold_text(token.text);
    if (value->unit_end > value->unit_begin) {
      token.unit = text.source({part.begin + static_cast<std::uint32_t>(value->unit_begin),
                                part.begin + static_cast<std::uint32_t>(value->unit_end)});
    }
    return true;
  }

  static bool has_point(std::string_view text) {
    return text.find('.') != std::string_view::npos || text.find("．") != std::string_view::npos;
  }

  /// Pushes one label, or the header cells that text.text()[part] is put together of. One over several columns that is
  /// printed with each of them (法人或其他组织商业企业, 法人或其他组织科研机构) is one label.
  void push_labels(const MappedText& text, Span part, Extent extent) {
    const std::string_view words = text.text().substr(part.begin, part.size());
    push_label(words, text.source(part), extent);
    if (out_.back().prose) return;
    const std::vector<std::size_t> lengths = form_.joined_headers(out_.back().folded);
    if (lengths.empty()) return;
    out_.pop_back();
    std::uint32_t begin = part.begin;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      const bool last = i + 1 == lengths.size();
      std::uint32_t end = last ? part.end : begin;
      while (end < part.end && (end == begin || fold_text(text.text().substr(begin, end - begin)).size() < lengths[i]))
        end += code_point_at(text.text(), end).length;
      const std::string_view label = text.text().substr(begin, end - begin);
      const std::size_t first = out_.size();
      push_label(label, text.source({begin, end}), extent);
      if (!last && is_printed_again(first)) {
        out_.pop_back();
        repeated_.push_back(text.source({begin, end}));
      }
      begin = end;
    }
  }

  /// Whether the same header over several columns stands on this line already.
  [[nodiscard]] bool is_printed_again(std::size_t label) const {
    for (std::size_t i = label; i-- > 0 && out_[i].line == line_;) {
      if (out_[i].folded == out_[label].folded) return form_.heads_several(out_[label].folded);
    }
    return false;
  }

  void push_label(std::string_view text, Span span, Extent extent) {
    Token& token = push(Token::Kind::label, span, extent);
    token.text = text;
    token.prose = text.size() > longest_label;
    if (!token.prose) token.folded = fold_text(text);
  }

  Token& push(Token::Kind kind, Span span, Extent extent) {
    Token token;
    token.kind = kind;
    token.span = span;
    token.line = line_;
    token.page = page_;
    token.width = width_;
    token.downwards = downwards_;
    token.extent = extent;
    token.unit = {span.end, span.end};
    out_.push_back(std::move(token));
    return out_.back();
  }

  const FormSequence& form_;
  const Edition& edition_;
  std::vector<Token>& out_;
  std::vector<Span>& repeated_;
  std::vector<Word> words_;
  std::uint32_t line_ = 0;
  std::uint32_t page_ = 0;
  std::uint32_t width_ = 0;
  bool downwards_ = false;
};

}  // namespace

Extent Token::extent_in(LineMetric metric) const {
  if (width > 0) return extent;
  switch (metric) {
    case LineMetric::cells:
      break;
    case LineMetric::wide_cells:
      return {extent.left + ambiguous_before, extent.right + ambiguous_before};
    case LineMetric::characters:
      return {extent.left - wide_before, extent.right - wide_before - wide_within};
  }
  return extent;
}

void drop_repeated_headers(std::vector<Token>& tokens) {
  const auto first_value =
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.kind == Token::Kind::value; });
  std::vector<std::u32string> header;
  for (auto token = tokens.begin(); token != first_value; ++token) {
    if (token->kind == Token::Kind::label && !token->prose) header.push_back(token->folded);
  }
  if (header.size() < fewest_repeated) return;
  std::vector<bool> dropped(tokens.size(), false);
  std::vector<std::size_t> run;
  for (auto i = static_cast<std::size_t>(first_value - tokens.begin()); i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::label || tokens[i].prose) continue;
    // How far the words from here on are the header's from some word on, blanks between them aside.
    std::vector<std::size_t> best;
    for (std::size_t from = 0; from < header.size(); ++from) {
      run.clear();
      for (std::size_t at = i, word = from; at < tokens.size() && word < header.size(); ++at) {
        if (tokens[at].kind == Token::Kind::blank) continue;
        if (tokens[at].kind != Token::Kind::label || tokens[at].folded != header[word]) break;
        run.push_back(at);
        ++word;
      }
      if (run.size() > best.size()) best = run;
    }
    if (best.size() < fewest_repeated) continue;
    for (const std::size_t at : best) dropped[at] = true;
    i = best.back();
  }
  std::size_t at = 0;
  std::erase_if(tokens, [&](const Token&) { return dropped[at++]; });
}

TokenList read_tokens(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                      const std::vector<std::size_t>& page_numbers, const FormSequence& form) {
  TokenList tokens;
  TokenReader reader(form, tokens);
  auto page = std::lower_bound(page_numbers.begin(), page_numbers.end(), begin);
  for (std::size_t i = begin; i < end; ++i) {
    if (page != page_numbers.end() && *page == i) {
      ++page;
      reader.end_page();
      continue;
    }
    std::visit([&](const auto& block) { reader.read(block); }, blocks[i]);
  }
  return tokens;
}

}  // namespace gialint
