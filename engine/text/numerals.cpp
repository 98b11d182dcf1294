#include "engine/text/numerals.hpp"

#include <algorithm>
#include <array>

#include "engine/text/ascii.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr int max_digits = 18;
/// A phrase longer than this without its blanks is no number.
constexpr std::size_t longest_phrase = 96;

/// The value of an ASCII or full-width digit, else -1.
int digit_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  return -1;
}

bool is_point(char32_t c) { return c == '.' || c == U'．'; }
bool is_separator(char32_t c) { return c == ',' || c == U'，'; }

/// The value of a Chinese digit, else -1. 两 is a digit only before a unit or alone.
int chinese_digit(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○':  // circles typed for 〇
    case U'◯':
      return 0;
    case U'一':
      return 1;
    case U'二':
    case U'两':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

/// 10, 100, 1000; 0 for anything else.
std::int64_t small_unit(char32_t c) {
  if (c == U'十') return 10;
  if (c == U'百') return 100;
  return c == U'千' ? 1000 : 0;
}

/// 10^4, 10^8; 0 for anything else.
std::int64_t large_unit(char32_t c) {
  if (c == U'万') return 10000;
  return c == U'亿' ? 100000000 : 0;
}

constexpr std::u32string_view numeral_characters = U"零一二两三四五六七八九十百千万亿";

/// One bit for each of the unified ideographs: whether it may stand in a numeral. Nearly every character is looked up.
constexpr auto numeral_bits = [] {
  std::array<std::uint64_t, (0x9FFF - 0x4E00) / 64 + 1> bits{};
  for (const char32_t c : numeral_characters) bits[(c - 0x4E00) / 64] |= std::uint64_t{1} << ((c - 0x4E00) % 64);
  return bits;
}();

/// May begin a Chinese numeral. The circles typed for 〇 stand only inside of one.
bool is_chinese_numeral(char32_t c) {
  if (c < 0x4E00 || c > 0x9FFF) return c == U'〇';
  return (numeral_bits[(c - 0x4E00) / 64] >> ((c - 0x4E00) % 64) & 1U) != 0;
}

bool is_zero(char32_t c) { return chinese_digit(c) == 0; }

/// A number below 10,000 in units, such as 三千零二十. Advances `at` past it; empty when the grammar is broken.
/// `after_larger`: it follows 万 or 亿, where 零 may lead it.
std::optional<std::int64_t> read_section(std::u32string_view text, std::size_t& at, bool after_larger) {
  std::int64_t sum = 0;
  std::int64_t last_unit = 10000;
  bool gap = false;  // 零 was read, and a digit must follow
  const std::size_t start = at;
  while (at < text.size()) {
    const char32_t c = text[at];
    if (large_unit(c) != 0) break;
    if (is_zero(c)) {
      if (gap || (at == start && !after_larger)) return std::nullopt;
      gap = true;
      ++at;
      continue;
    }
    std::int64_t digit = chinese_digit(c);
    std::size_t unit_at = at + 1;
    if (digit < 0) {  // a unit without its digit: only 十, as in 十二 and 一百十二
      if (c != U'十') return std::nullopt;
      digit = 1;
      unit_at = at;
    }
    const std::int64_t unit = unit_at < text.size() ? small_unit(text[unit_at]) : 0;
    if (unit == 0) {
      // The last digit: of units (一百零五, 二十三), or short for the next lower unit (一百五).
      const bool is_last = unit_at >= text.size() || large_unit(text[unit_at]) != 0;
      if (!is_last || c == U'两') return std::nullopt;
      sum += !gap && last_unit > 10 && last_unit < 10000 ? digit * last_unit / 10 : digit;
      at = unit_at;
      gap = false;
      break;
    }
    if (unit >= last_unit || (c == U'两' && unit == 10)) return std::nullopt;
    sum += digit * unit;
    last_unit = unit;
    gap = false;
    at = unit_at + 1;
  }
  if (gap || at == start) return std::nullopt;
  return sum;
}

/// A numeral with units: 十二, 一百零五, 一亿二千万. Empty when it is none.
std::optional<std::int64_t> read_with_units(std::u32string_view text) {
  std::int64_t hundred_millions = 0;
  std::int64_t ten_thousands = 0;
  bool seen_ten_thousands = false;
  bool seen_hundred_millions = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool after_larger = seen_ten_thousands || seen_hundred_millions;
    // 两万三千: 两 leads a section only before its large unit.
    std::optional<std::int64_t> section;
    if (text[at] == U'两' && at + 1 < text.size() && large_unit(text[at + 1]) != 0) {
      section = 2;
      ++at;
    } else {
      const std::size_t begin = at;
      section = read_section(text, at, after_larger);
      if (!section.has_value()) return std::nullopt;
      // 一万五 is short for 一万五千, as 一百五 is for 一百五十.
      if (after_larger && at == text.size() && at == begin + 1 && chinese_digit(text[begin]) > 0) {
        const std::int64_t larger = large_unit(text[begin - 1]);
        return hundred_millions * 100000000 + ten_thousands * 10000 + *section * (larger / 10);
      }
    }
    if (at == text.size()) return hundred_millions * 100000000 + ten_thousands * 10000 + *section;
    if (text[at] == U'万') {
      if (seen_ten_thousands) return std::nullopt;
      ++at;
      if (at < text.size() && text[at] == U'亿') {
        if (seen_hundred_millions) return std::nullopt;
        hundred_millions = *section * 10000;
        seen_hundred_millions = true;
        ++at;
      } else {
        ten_thousands = *section;
        seen_ten_thousands = true;
      }
    } else {
      if (seen_hundred_millions) return std::nullopt;
      hundred_millions = ten_thousands * 10000 + *section;
      ten_thousands = 0;
      seen_ten_thousands = false;
      seen_hundred_millions = true;
      ++at;
    }
  }
  return hundred_millions * 100000000 + ten_thousands * 10000;
}

/// A row of digits read one by one, as years are: 二〇二三. A row without a zero is one only from four digits on
/// (一九九八); 三四 is "three or four", and 一二三四 counts up. Neither is a number.
std::optional<std::int64_t> read_digit_row(std::u32string_view text) {
  if (text.size() == 1) return chinese_digit(text.front());
  if (text.size() > max_digits) return std::nullopt;
  std::int64_t value = 0;
  bool has_zero = false;
  bool counts_up = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'两') return std::nullopt;
    const int digit = chinese_digit(text[i]);
    has_zero = has_zero || digit == 0;
    if (i > 0 && digit != chinese_digit(text[i - 1]) + 1) counts_up = false;
    value = value * 10 + digit;
  }
  if (counts_up || (!has_zero && text.size() < 4)) return std::nullopt;
  return value;
}

bool has_unit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return small_unit(c) != 0 || large_unit(c) != 0; });
}

std::optional<std::int64_t> read_chinese(std::u32string_view text) {
  if (text.empty()) return std::nullopt;
  return has_unit(text) ? read_with_units(text) : read_digit_row(text);
}

/// Walks a text code point by code point.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] CodePoint peek() const { return done() ? CodePoint{} : code_point_at(text, at); }
  [[nodiscard]] char32_t value() const { return peek().value; }
  /// The code point after the next one.
  [[nodiscard]] char32_t second() const {
    const CodePoint first = peek();
    return at + first.length < text.size() ? code_point_at(text, at + first.length).value : 0;
  }
  void advance() { at += peek().length; }
};

/// Digits gathered into a number. Leading zeros do not count towards the 18.
struct Digits {
  std::int64_t units = 0;
  int significant = 0;
  int scale = 0;
  bool overflow = false;

  void push(int digit) {
    if (units != 0 || digit != 0 || scale > 0) ++significant;
    if (significant > max_digits) {
      overflow = true;
      return;
    }
    units = units * 10 + digit;
  }
};

/// 克, 米, 瓦 … make 千 and 百 before them part of a unit of measure: 5千克.
bool is_measure(char32_t c) {
  constexpr std::u32string_view measures = U"克米瓦伏卡赫帕";
  return measures.find(c) != std::u32string_view::npos;
}

struct DigitNumber {
  Numeral numeral;
  Decimal unit = 1;    ///< what 千, 万 or 亿 multiplied it by
  bool valid = false;  ///< within 18 digits
};

/// Skips digits from `cursor` and counts them.
std::size_t skip_digits(Cursor& cursor) {
  std::size_t count = 0;
  for (; !cursor.done() && digit_value(cursor.value()) >= 0; ++count) cursor.advance();
  return count;
}

/// Whether a group of exactly three digits and nothing longer follows the separator at `cursor`.
bool group_follows(Cursor cursor) {
  cursor.advance();
  for (int i = 0; i < 3; ++i) {
    if (digit_value(cursor.value()) < 0) return false;
    cursor.advance();
  }
  return digit_value(cursor.value()) < 0;
}

/// How many groups of three follow at `cursor`; none when digits go on behind them in another rhythm (1,234,56) or
/// for more groups than a number has, for then it is a list.
std::size_t count_groups(Cursor cursor) {
  constexpr std::size_t most_groups = max_digits / 3;
  const char32_t separator = cursor.value();
  if (!is_separator(separator)) return 0;
  std::size_t groups = 0;
  while (groups < most_groups && cursor.value() == separator && group_follows(cursor)) {
    ++groups;
    for (int i = 0; i < 4; ++i) cursor.advance();
  }
  const bool list = cursor.value() == separator && digit_value(cursor.second()) >= 0;
  return list ? 0 : groups;
}

/// The digits behind the point at `cursor`; 0 when it is no decimal point: 2023.1.5, or "1．2023年", where it ends an
/// item's number.
std::size_t count_decimals(Cursor cursor) {
  if (!is_point(cursor.value())) return 0;
  cursor.advance();
  const std::size_t count = skip_digits(cursor);
  if (is_point(cursor.value()) && digit_value(cursor.second()) >= 0) return 0;
  if ((count == 4 && cursor.value() == U'年') || cursor.value() == U'月') return 0;
  return count;
}

/// `before`: the point or separator of a date or list (2023.1.5) that these digits go on with, else 0.
DigitNumber read_digits(Cursor& cursor, char32_t before) {
  Digits digits;
  const std::size_t begin = cursor.at;
  const bool leading_zero = digit_value(cursor.value()) == 0;
  std::size_t count = 0;
  for (; !cursor.done() && digit_value(cursor.value()) >= 0; ++count) {
    digits.push(digit_value(cursor.value()));
    cursor.advance();
  }
  if (count <= 3 && !leading_zero && before == 0) {
    for (std::size_t groups = count_groups(cursor); groups > 0; --groups) {
      cursor.advance();
      for (int i = 0; i < 3; ++i) {
        digits.push(digit_value(cursor.value()));
        cursor.advance();
      }
    }
  }
  std::size_t decimals = is_point(before) ? 0 : count_decimals(cursor);
  if (decimals > 0) {
    cursor.advance();
    for (std::size_t i = 0; i < decimals; ++i) {
      ++digits.scale;
      digits.push(digit_value(cursor.value()));
      cursor.advance();
    }
  }

  Decimal factor(1);
  bool scaled = false;
  if (const std::int64_t unit = small_unit(cursor.value()); unit >= 100 && !is_measure(cursor.second())) {
    factor = Decimal(unit);
    scaled = true;
    cursor.advance();
  }
  for (std::int64_t last = 0; large_unit(cursor.value()) > last;) {  // 万, 亿, 万亿
    last = large_unit(cursor.value());
    factor = multiply(factor, Decimal(last)).value_or(factor);
    scaled = true;
    cursor.advance();
  }

  DigitNumber number;
  number.numeral.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor.at)};
  number.numeral.scaled = scaled;
  number.unit = factor;
  number.numeral.decimals = static_cast<std::uint8_t>(std::min<std::size_t>(decimals, 255));
  if (digits.overflow || digits.scale > max_digits) return number;
  const auto value = Decimal::scaled(digits.units, digits.scale);
  const auto whole = value.has_value() ? multiply(*value, factor) : std::nullopt;
  if (!whole.has_value()) return number;
  number.numeral.value = *whole;
  number.valid = true;
  return number;
}

/// A digit number, with what is added to it below its unit: 3亿5000万, 2万3000.
DigitNumber read_digit_number(Cursor& cursor, char32_t before) {
  DigitNumber number = read_digits(cursor, before);
  while (number.numeral.scaled && digit_value(cursor.value()) >= 0) {
    const DigitNumber rest = read_digits(cursor, 0);
    const bool fits = number.valid && rest.valid && number.numeral.decimals == 0 && rest.numeral.decimals == 0 &&
                      rest.numeral.value < number.unit;
    const auto sum = fits ? add(number.numeral.value, rest.numeral.value) : std::nullopt;
    number.valid = sum.has_value();
    number.numeral.value = sum.value_or(Decimal(0));
    number.numeral.span.end = rest.numeral.span.end;
    number.numeral.scaled = rest.numeral.scaled;
    number.unit = rest.unit;
  }
  return number;
}

/// A group of Chinese numerals as written, without its 0s typed in ASCII (二0二三): those stand as 〇.
struct ChineseGroup {
  std::array<char32_t, 40> characters{};
  std::size_t size = 0;
  bool too_long = false;

  void push(char32_t c) {
    if (size == characters.size()) {
      too_long = true;
      return;
    }
    characters[size++] = c;
  }
  [[nodiscard]] std::u32string_view view() const { return {characters.data(), size}; }
};

/// Zeros typed as digits or circles between two Chinese digits; how many. `cursor` stands on the first.
std::size_t zeros_between(Cursor cursor) {
  std::size_t count = 0;
  while (digit_value(cursor.value()) == 0) {
    ++count;
    cursor.advance();
  }
  return chinese_digit(cursor.value()) >= 0 ? count : 0;
}

ChineseGroup take_chinese(Cursor& cursor) {
  ChineseGroup group;
  while (!cursor.done()) {
    const char32_t c = cursor.value();
    if (is_chinese_numeral(c) || (group.size > 0 && chinese_digit(c) >= 0)) {
      group.push(c);
      cursor.advance();
      continue;
    }
    const bool after_digit = group.size > 0 && chinese_digit(group.view().back()) >= 0;
    std::size_t zeros = after_digit ? zeros_between(cursor) : 0;
    if (zeros == 0) break;
    for (; zeros > 0; --zeros) {
      group.push(U'〇');
      cursor.advance();
    }
  }
  return group;
}

/// A word that makes a numeral beside it only roughly known: 几十, 十几, 数百.
bool is_vague(char32_t c) { return c == U'几' || c == U'数'; }

}  // namespace

std::vector<Numeral> find_numerals(std::string_view text) {
  std::vector<Numeral> numerals;
  Cursor cursor{text};
  char32_t before = 0;       // the code point before the cursor
  char32_t before_that = 0;  // and the one before that
  while (!cursor.done()) {
    const CodePoint c = cursor.peek();
    if (digit_value(c.value) >= 0) {
      const bool goes_on = (is_point(before) || is_separator(before)) && digit_value(before_that) >= 0;
      DigitNumber number = read_digit_number(cursor, goes_on ? before : 0);
      before_that = 0;
      before = U'0';
      // 3万两千: one number written in two ways, which nobody reads for sure.
      if (number.numeral.scaled && is_chinese_numeral(cursor.value())) {
        take_chinese(cursor);
        number.valid = false;
      }
      if (number.valid) numerals.push_back(number.numeral);
      continue;
    }
    if (c.length == 3 && is_chinese_numeral(c.value)) {
      const std::size_t begin = cursor.at;
      const ChineseGroup group = take_chinese(cursor);
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor.at)};
      const std::u32string_view view = group.view();
      const bool vague = (small_unit(view.front()) != 0 && is_vague(before)) || cursor.value() == U'几';
      before_that = 0;
      before = view.back();
      // 三点五万 or 三点五十分: a point or a time of day.
      if (cursor.value() == U'点' && is_chinese_numeral(cursor.second())) {
        cursor.advance();
        before = take_chinese(cursor).view().back();
        continue;
      }
      if (vague || group.too_long) continue;
      if (const auto value = read_chinese(view)) {
        const bool scaled = std::any_of(view.begin(), view.end(), [](char32_t part) { return large_unit(part) != 0; });
        numerals.push_back({span, Decimal(*value), NumeralForm::chinese, 0, scaled});
      }
      continue;
    }
    before_that = before;
    before = c.value;
    cursor.at += c.length;
  }
  return numerals;
}

std::optional<Decimal> read_number(std::string_view phrase) {
  // Blanks aside, the phrase must be one sign at most and one number.
  std::array<char, longest_phrase> buffer{};
  std::size_t size = 0;
  bool negative = false;
  bool has_sign = false;
  for (std::size_t at = 0; at < phrase.size();) {
    const CodePoint c = code_point_at(phrase, at);
    const std::string_view bytes = phrase.substr(at, c.length);
    at += c.length;
    if (is_blank(c.value)) continue;
    const bool minus = c.value == '-' || c.value == U'－' || c.value == U'−';
    if (size == 0 && !has_sign && (minus || c.value == '+' || c.value == U'＋')) {
      has_sign = true;
      negative = minus;
      continue;
    }
    if (size + c.length > buffer.size()) return std::nullopt;
    size += bytes.copy(buffer.data() + size, c.length);
  }
  if (size == 0) return std::nullopt;
  Cursor cursor{std::string_view(buffer.data(), size)};
  std::optional<Decimal> value;
  if (digit_value(cursor.value()) >= 0) {
    const DigitNumber number = read_digit_number(cursor, 0);
    if (number.valid) value = number.numeral.value;
  } else if (!has_sign && is_chinese_numeral(cursor.value())) {
    const ChineseGroup group = take_chinese(cursor);
    if (group.too_long) return std::nullopt;
    if (const auto whole = read_chinese(group.view())) value = Decimal(*whole);
  }
  if (!value.has_value() || !cursor.done()) return std::nullopt;
  return negative ? subtract(Decimal(0), *value) : value;
}

std::optional<int> read_ordinal(std::string_view phrase) {
  Cursor cursor{trim(phrase)};
  std::int64_t value = 0;
  if (digit_value(cursor.value()) >= 0) {
    for (int digits = 0; !cursor.done(); ++digits) {
      const int digit = digit_value(cursor.value());
      if (digit < 0 || digits == 2) return std::nullopt;
      value = value * 10 + digit;
      cursor.advance();
    }
  } else if (is_chinese_numeral(cursor.value()) && cursor.value() != U'两') {
    const ChineseGroup group = take_chinese(cursor);
    value = group.too_long ? 0 : read_chinese(group.view()).value_or(0);
  }
  if (!cursor.done() || value < 1 || value > 99) return std::nullopt;
  return static_cast<int>(value);
}

namespace {

template <class Text>
std::optional<int> four_digits_before(Text text, std::size_t end) {
  if (end < 4 || end > text.size() || (end > 4 && is_ascii_digit(text[end - 5]))) return std::nullopt;
  int year = 0;
  for (std::size_t at = end - 4; at < end; ++at) {
    if (!is_ascii_digit(text[at])) return std::nullopt;
    year = year * 10 + static_cast<int>(text[at] - '0');
  }
  return year;
}

}  // namespace

std::optional<int> year_before(std::string_view text, std::size_t end) { return four_digits_before(text, end); }
std::optional<int> year_before(std::u32string_view text, std::size_t end) { return four_digits_before(text, end); }

}  // namespace gialint
