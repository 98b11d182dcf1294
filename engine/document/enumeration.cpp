#include "engine/document/enumeration.hpp"

#include <cstddef>
#include <optional>

#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

bool among(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_numeral(char32_t c) { return among(c, U"一二三四五六七八九十"); }

/// Reads at one place; `at` is where it stands by then.
class EnumeratorReader {
 public:
  EnumeratorReader(std::string_view text, std::size_t at) : text_(text), begin_(at), at_(at) {}

  std::optional<Enumerator> read() {
    if (peek() >= U'①' && peek() <= U'⑳') {
      const int number = static_cast<int>(peek() - U'①') + 1;
      next();
      return made(EnumeratorStyle::circled, number);
    }
    const bool ordinal = peek() == U'第';
    const bool bracket = among(peek(), U"（(");
    if (ordinal || bracket) next();
    skip_blanks(bracket);
    const bool digits = is_digit(peek());
    const std::size_t first = at_;
    while (digits ? is_digit(peek()) : is_numeral(peek())) next();
    const std::optional<int> number = at_ == first ? std::nullopt : read_ordinal(text_.substr(first, at_ - first));
    constexpr int most = 99;
    if (!number || *number < 1 || *number > most) return std::nullopt;
    if (bracket) {
      skip_blanks(true);
      if (!among(peek(), U"）)")) return std::nullopt;
      next();
      return made(digits ? EnumeratorStyle::bracketed_digit : EnumeratorStyle::bracketed_numeral, *number);
    }
    if (ordinal) {
      if (!among(peek(), U"，,、：:")) return std::nullopt;
      next();
      return made(EnumeratorStyle::ordinal, *number);
    }
    if (!digits && peek() == U'是') {
      next();
      return made(EnumeratorStyle::running, *number);
    }
    if (digits && among(peek(), U"）)")) {
      next();
      return made(EnumeratorStyle::half_bracketed, *number);
    }
    if (!among(peek(), U"、．.")) return std::nullopt;
    const bool point = peek() != U'、';
    next();
    // 84.07, 1、2、3号: more of a number, or of a list of numbers.
    if (digits && point && !is_fraction(text_.substr(at_))) return made(EnumeratorStyle::digit, *number);
    if (is_digit(peek()) || (!digits && is_numeral(peek()))) return std::nullopt;
    return made(digits ? EnumeratorStyle::digit : EnumeratorStyle::numeral, *number);
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  [[nodiscard]] char32_t peek() const { return at_ < text_.size() ? code_point_at(text_, at_).value : 0; }
  void next() { at_ += code_point_at(text_, at_).length; }
  void skip_blanks(bool inside) {
    while (inside && at_ < text_.size() && is_blank(peek())) next();
  }
  [[nodiscard]] Enumerator made(EnumeratorStyle style, int number) const {
    return {{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)}, style, number, false};
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
};

}  // namespace

bool is_fraction(std::string_view behind_point) {
  constexpr std::size_t digits_of_year = 4;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < behind_point.size(); ++digits) {
    const CodePoint point = code_point_at(behind_point, at);
    if (!is_digit(point.value)) break;
    at += point.length;
  }
  return digits > 0 && digits != digits_of_year;
}

std::string_view enumerator_style_name(EnumeratorStyle style) {
  switch (style) {
    case EnumeratorStyle::bracketed_numeral:
      return "bracketed-numeral";
    case EnumeratorStyle::bracketed_digit:
      return "bracketed-digit";
    case EnumeratorStyle::numeral:
      return "numeral";
    case EnumeratorStyle::digit:
      return "digit";
    case EnumeratorStyle::half_bracketed:
      return "half-bracketed";
    case EnumeratorStyle::circled:
      return "circled";
    case EnumeratorStyle::running:
      return "running";
    case EnumeratorStyle::ordinal:
      return "ordinal";
  }
  return "";
}

std::vector<Enumerator> find_enumerators(std::string_view text) {
  std::vector<Enumerator> found;
  bool may_begin = true;  // an item may begin here
  bool opens = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (may_begin && !is_blank(point.value) && !among(point.value, U"*#-")) {
      EnumeratorReader reader(text, at);
      if (std::optional<Enumerator> enumerator = reader.read()) {
        enumerator->opens = opens;
        found.push_back(*enumerator);
        opens = false;
        at = reader.at();
        continue;  // （1）（2）, 1.（1）: one may follow another
      }
      may_begin = false;
      opens = false;
    }
    if (among(point.value, U"。；：！？，、;:!?,")) may_begin = true;
    at += point.length;
  }
  return found;
}

}  // namespace gialint
