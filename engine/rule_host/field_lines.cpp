#include "engine/rule_host/field_lines.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/ascii.hpp"

namespace gialint {

namespace {

struct Token {
  enum class Kind { end, name, string, symbol };
  Kind kind = Kind::end;
  std::string_view text;  // of a string: what is between the quotes, escapes as they stand
  int line = 1;
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next() {
    skip_blanks_and_comments();
    Token token;
    token.line = line_;
    if (at_ >= text_.size()) return token;
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (is_name(c)) {
      while (at_ < text_.size() && is_name(text_[at_])) ++at_;
      token.kind = Token::Kind::name;
      token.text = text_.substr(begin, at_ - begin);
    } else if (c == '"' || c == '\'') {
      ++at_;
      while (at_ < text_.size() && text_[at_] != c && text_[at_] != '\n') at_ += text_[at_] == '\\' ? 2 : 1;
      at_ = std::min(at_, text_.size());
      token.kind = Token::Kind::string;
      token.text = text_.substr(begin + 1, at_ - begin - 1);
      step();
    } else if (const std::size_t level = long_bracket(); level != 0) {
      token.kind = Token::Kind::string;
      skip_long_bracket(level);
      token.text = text_.substr(begin, at_ - begin);
    } else {
      token.kind = Token::Kind::symbol;
      const bool comparison =
          (c == '=' || c == '~' || c == '<' || c == '>') && at_ + 1 < text_.size() && text_[at_ + 1] == '=';
      at_ += comparison ? 2 : 1;
      token.text = text_.substr(begin, at_ - begin);
    }
    return token;
  }

 private:
  static bool is_name(char c) { return is_ascii_alphanumeric(c) || c == '_'; }

  void step() {
    if (at_ < text_.size()) line_ += text_[at_++] == '\n' ? 1 : 0;
  }

  // Of a long bracket that opens here: two more than its number of '='; 0 when there is none.
  [[nodiscard]] std::size_t long_bracket() const {
    if (text_[at_] != '[') return 0;
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] == '=') ++end;
    return end < text_.size() && text_[end] == '[' ? end - at_ + 1 : 0;
  }

  void skip_long_bracket(std::size_t length) {
    const std::string close = "]" + std::string(length - 2, '=') + "]";
    const std::size_t end = text_.find(close, at_ + length);
    const std::size_t stop = end == std::string_view::npos ? text_.size() : end + close.size();
    while (at_ < stop) step();
  }

  void skip_blanks_and_comments() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        step();
      } else if (text_.substr(at_, 2) == "--") {
        at_ += 2;
        const std::size_t level = at_ < text_.size() ? long_bracket() : 0;
        if (level != 0) {
          skip_long_bracket(level);
        } else {
          at_ = std::min(text_.find('\n', at_), text_.size());
        }
      } else {
        return;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
};

class TableWalker {
 public:
  explicit TableWalker(std::string_view lua) {
    Lexer lexer(lua);
    do {
      tokens_.push_back(lexer.next());
    } while (tokens_.back().kind != Token::Kind::end);
  }

  std::map<std::string, int> walk() {
    int blocks = 0;
    while (!at_end() && !(blocks == 0 && is_word("return"))) {
      blocks += block_step();
      ++at_;
    }
    lines_[""] = token().line;
    if (!at_end()) {
      ++at_;
      walk_value("", 0);
    }
    return std::move(lines_);
  }

 private:
  static constexpr int deepest = 50;

  [[nodiscard]] const Token& token(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  [[nodiscard]] bool at_end() const { return token().kind == Token::Kind::end; }
  [[nodiscard]] bool is_word(std::string_view word) const {
    return token().kind == Token::Kind::name && token().text == word;
  }
  [[nodiscard]] bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const {
    return token(ahead).kind == Token::Kind::symbol && token(ahead).text == symbol;
  }

  // How the word here changes the depth of blocks. `for` and `while` have their `do`, `if` its `then`.
  [[nodiscard]] int block_step() const {
    if (is_word("function") || is_word("do") || is_word("then") || is_word("repeat")) return 1;
    return is_word("end") || is_word("until") || is_word("elseif") ? -1 : 0;
  }

  // Up to the separator or brace that ends the value.
  void walk_value(const std::string& path, int depth) {
    int blocks = 0;
    int brackets = 0;
    while (!at_end()) {
      if (blocks == 0 && brackets == 0) {
        if (is_symbol(",") || is_symbol(";") || is_symbol("}")) return;
        if (is_symbol("{") && depth < deepest) {
          walk_table(path, depth + 1);
          continue;
        }
      }
      blocks += block_step();
      if (is_symbol("(") || is_symbol("{") || is_symbol("[")) {
        ++brackets;
      } else if (is_symbol(")") || is_symbol("}") || is_symbol("]")) {
        --brackets;
      }
      ++at_;
    }
  }

  void walk_table(const std::string& path, int depth) {
    const std::string prefix = path.empty() ? "" : path + "/";
    int items = 0;
    ++at_;  // the opening brace
    while (!at_end() && !is_symbol("}")) {
      const int line = token().line;
      std::string field;
      if (is_symbol("[")) {  // ["name"] = or [1] =
        field = prefix + std::string(token(1).text);
        while (!at_end() && !is_symbol("=")) ++at_;
        ++at_;
      } else if (token().kind == Token::Kind::name && is_symbol("=", 1)) {
        field = prefix + std::string(token().text);
        at_ += 2;
      } else {
        field = prefix + std::to_string(++items);
      }
      lines_.emplace(field, line);
      walk_value(field, depth);
      if (is_symbol(",") || is_symbol(";")) ++at_;
    }
    if (!at_end()) ++at_;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::map<std::string, int> lines_;
};

}  // namespace

std::map<std::string, int> field_lines(std::string_view lua) { return TableWalker(lua).walk(); }

}  // namespace gialint
