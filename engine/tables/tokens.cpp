#include "engine/tables/tokens.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// No label of any form comes near this many bytes; a longer piece is a sentence.
constexpr std::size_t longest_label = 240;
// The number in front of a label: "1 属于国家秘密" in a layout that keeps cells apart by blanks only.
constexpr std::size_t longest_enumerator = 2;

struct Word {
  std::string_view text;
  Span span;
};

class TokenReader {
 public:
  TokenReader(const std::vector<std::string>& placeholders, std::vector<Token>& out)
      : placeholders_(placeholders), out_(out) {}

  void read(const TextBlock& block) {
    ++line_;
    read_words(block.text);
  }

  void read(const Grid& grid) {
    for (const GridRow& row : grid.rows) {
      ++line_;
      for (const GridCell& cell : row.cells) read(cell);
    }
  }

 private:
  void read(const GridCell& cell) {
    const std::string_view text = cell.text.text();
    if (text.empty()) {
      push(Token::Kind::blank, cell.span);
    } else if (holds_values(text)) {
      // Several numbers in one cell: whether they are one number's digits is not for us to guess.
      read_words(cell.text);
    } else if (!read_value(text, cell.span)) {
      push_label(text, cell.span);  // a cell is one label, blanks and all
    }
  }

  void read_words(const MappedText& text) {
    words_.clear();
    split(text);
    if (is_page_number()) return;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      const bool before_label = i + 1 < words_.size() && !value_of(words_[i + 1].text);
      const bool enumerator = i == 0 && before_label && word.text.size() <= longest_enumerator;
      if (enumerator || !read_value(word.text, word.span)) push_label(word.text, word.span);
    }
  }

  /// "- 3 -" on a line of its own.
  [[nodiscard]] bool is_page_number() const {
    return words_.size() == 3 && is_placeholder(words_[0].text) && words_[0].text == words_[2].text &&
           may_be_number(words_[1].text) && read_number(words_[1].text).has_value();
  }

  void split(const MappedText& mapped) {
    const std::string_view text = mapped.text();
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      if (is_blank(point.value)) {
        at += point.length;
        continue;
      }
      std::size_t end = at;
      while (end < text.size()) {
        const CodePoint next = code_point_at(text, end);
        if (is_blank(next.value)) break;
        end += next.length;
      }
      words_.push_back({text.substr(at, end - at),
                        mapped.source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)})});
      at = end;
    }
  }

  [[nodiscard]] static bool may_be_number(std::string_view text) {
    const char32_t first = code_point_at(text, 0).value;
    return (first >= U'0' && first <= U'9') || (first >= U'０' && first <= U'９') || first == U'+' || first == U'-' ||
           first == U'－' || first == U'＋';
  }

  [[nodiscard]] bool is_placeholder(std::string_view text) const {
    return std::find(placeholders_.begin(), placeholders_.end(), text) != placeholders_.end();
  }

  struct Value {
    CellState state;
    Decimal value;
  };
  [[nodiscard]] std::optional<Value> value_of(std::string_view text) const {
    if (may_be_number(text)) {
      if (const std::optional<Decimal> number = read_number(text)) return Value{CellState::number, *number};
    }
    if (is_placeholder(text)) return Value{CellState::dash, Decimal{}};
    return std::nullopt;
  }

  [[nodiscard]] bool holds_values(std::string_view text) const {
    std::size_t values = 0;
    for (std::size_t at = 0; at < text.size();) {
      while (at < text.size() && is_blank(code_point_at(text, at).value)) at += code_point_at(text, at).length;
      std::size_t end = at;
      while (end < text.size() && !is_blank(code_point_at(text, end).value)) end += code_point_at(text, end).length;
      if (end > at && may_be_number(text.substr(at, end - at)) && read_number(text.substr(at, end - at))) ++values;
      at = end;
    }
    return values >= 2;
  }

  bool read_value(std::string_view text, Span span) {
    const std::optional<Value> value = value_of(text);
    if (!value) return false;
    Token& token = push(Token::Kind::value, span);
    token.state = value->state;
    token.value = value->value;
    return true;
  }

  void push_label(std::string_view text, Span span) {
    Token& token = push(Token::Kind::label, span);
    token.text = text;
    token.prose = text.size() > longest_label;
    if (!token.prose) token.folded = fold_text(text);
  }

  Token& push(Token::Kind kind, Span span) {
    Token token;
    token.kind = kind;
    token.span = span;
    token.line = line_;
    out_.push_back(std::move(token));
    return out_.back();
  }

  const std::vector<std::string>& placeholders_;
  std::vector<Token>& out_;
  std::vector<Word> words_;
  std::uint32_t line_ = 0;
};

}  // namespace

std::vector<Token> read_tokens(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                               const std::vector<std::string>& placeholders) {
  std::vector<Token> tokens;
  TokenReader reader(placeholders, tokens);
  for (std::size_t i = begin; i < end; ++i) {
    std::visit([&](const auto& block) { reader.read(block); }, blocks[i]);
  }
  return tokens;
}

}  // namespace gialint
