#include "engine/claims/skeleton.hpp"

#include <algorithm>
#include <utility>

#include "engine/claims/distribution.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr int first_year = 1949;
constexpr int last_year = 2099;
constexpr std::int64_t longest_bare_count = 99'999;
constexpr std::int64_t ten_thousand = 10'000;
constexpr std::int64_t one_hundred_million = 100'000'000;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The first of `words` that `text` starts with; nullptr when none does. Lists stand longest first.
const std::string* word_at_start(const std::vector<std::string>& words, std::string_view text) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return text.starts_with(word); });
  return found == words.end() ? nullptr : &*found;
}

const std::string* word_at_end(const std::vector<std::string>& words, std::string_view text) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return ends_with(text, word); });
  return found == words.end() ? nullptr : &*found;
}

std::string_view trim_end(std::string_view text) {
  static const std::string_view blanks[] = {" ", "\t", "\n", "\u00A0", "\u3000"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : blanks) {
      if (!ends_with(text, blank)) continue;
      text.remove_suffix(blank.size());
      found = true;
    }
  }
  return text;
}

/// Chinese punctuation for what people type instead; 0 for what is dropped.
char32_t folded(char32_t c) {
  switch (c) {
    case ',':
      return U'，';
    case ';':
      return U'；';
    case ':':
      return U'：';
    case '(':
    case '[':
      return U'（';
    case ')':
    case ']':
      return U'）';
    case '!':
      return U'！';
    case '?':
      return U'？';
    case '*':
    case '"':
    case '\'':
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'「':
    case U'」':
      return 0;
    default:
      // Characters of a private font are no marks of ours.
      return c >= 0xE000 && c <= 0xF8FF ? char32_t{0xFFFD} : c;
  }
}

using UnitKind = NumberWords::UnitKind;

struct Unit {
  std::optional<UnitKind> kind;  ///< empty when no unit follows
  std::string_view text;
};

Decimal sum_of(Decimal a, Decimal b) { return add(a, b).value_or(a); }
Decimal difference_of(Decimal a, Decimal b) { return subtract(a, b).value_or(a); }

/// One in the last place of `value` that is not a rounding zero: 10 for 30, 1000 for 18000, 1 for 19.
Decimal round_step(Decimal value) {
  if (!value.is_integer()) return Decimal(1);
  std::int64_t units = value.units();
  std::int64_t step = 1;
  while (units != 0 && units % 10 == 0) {
    units /= 10;
    step *= 10;
  }
  return Decimal(step);
}

/// One in the last place printed: 0.01 for 4.34; 100 for 1.53万, whose value no longer shows how many were printed.
Decimal step_of(const Numeral& numeral) {
  const Decimal last = Decimal::scaled(1, numeral.decimals).value_or(Decimal(0));
  if (!numeral.scaled) return last;
  return multiply(last,
                  numeral.value < Decimal(one_hundred_million) ? Decimal(ten_thousand) : Decimal(one_hundred_million))
      .value_or(last);
}

class SkeletonBuilder {
 public:
  SkeletonBuilder(std::string_view paragraph, std::optional<int> year, const NumberWords& words)
      : source_(paragraph), year_(year), words_(&words) {}

  Skeleton build(bool marks_year_words);

 private:
  /// A word for a year in the paragraph.
  struct YearWord {
    std::uint32_t at = 0;
    std::uint32_t word = 0;
  };

  void append(char32_t c, std::uint32_t from);
  /// Removes the last `size` bytes of the skeleton.
  void take_back(std::size_t size);
  [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t at) const;
  [[nodiscard]] std::string_view rest(std::uint32_t at) const {
    return source_.substr(std::min<std::size_t>(at, source_.size()));
  }
  [[nodiscard]] Unit unit_at(std::uint32_t at) const;
  [[nodiscard]] const Numeral* numeral_at(std::uint32_t at) const;
  [[nodiscard]] bool ends_phrase(std::uint32_t at) const;
  void find_titles();
  void join_large_units();
  void add_year_word(YearWord word);
  void copy(std::uint32_t begin, std::uint32_t end);
  std::uint32_t add_number(const Numeral& numeral);
  std::uint32_t add_year(int year, std::uint32_t from, std::uint32_t end);
  std::uint32_t add_mark(char32_t mark, std::uint32_t from, std::uint32_t end);
  std::uint32_t add_month(const Numeral& numeral, std::uint32_t unit_end);
  std::uint32_t add_date(char32_t mark, Skeleton::Date date, std::uint32_t from, std::uint32_t end);
  std::uint32_t add_mention(const Numeral& numeral, Mention mention, std::uint32_t end);
  /// `unit` stands at `at`.
  void add_thing(const Numeral& numeral, Mention mention, std::string_view unit, std::uint32_t at);
  void bound(Mention& mention, Exactness exactness) const;
  Exactness take_exactness_before(std::string_view before);

  std::string_view source_;
  std::optional<int> year_;
  const NumberWords* words_;
  std::vector<Numeral> numerals_;
  std::vector<Span> titles_;  ///< 《…》
  Skeleton skeleton_;
};

void SkeletonBuilder::append(char32_t c, std::uint32_t from) {
  append_utf8(skeleton_.text, c);
  skeleton_.places.resize(skeleton_.text.size(), from);
}

void SkeletonBuilder::take_back(std::size_t size) {
  skeleton_.text.resize(skeleton_.text.size() - size);
  skeleton_.places.resize(skeleton_.text.size());
}

std::uint32_t SkeletonBuilder::skip_blanks(std::uint32_t at) const {
  while (at < source_.size()) {
    const CodePoint c = code_point_at(source_, at);
    if (!is_blank(c.value)) break;
    at += c.length;
  }
  return at;
}

Unit SkeletonBuilder::unit_at(std::uint32_t at) const {
  const int found = at < source_.size() ? words_->units.longest_at(source_, at) : -1;
  if (found < 0) return {};
  const auto number = static_cast<std::size_t>(found);
  return {words_->unit_kinds[number], source_.substr(at, words_->units.words()[number].size())};
}

const Numeral* SkeletonBuilder::numeral_at(std::uint32_t at) const {
  const auto found =
      std::lower_bound(numerals_.begin(), numerals_.end(), at,
                       [](const Numeral& numeral, std::uint32_t begin) { return numeral.span.begin < begin; });
  return found != numerals_.end() && found->span.begin == at ? &*found : nullptr;
}

// Whether a number without a unit is complete here: 数量为0，
bool SkeletonBuilder::ends_phrase(std::uint32_t at) const {
  at = skip_blanks(at);
  if (at >= source_.size()) return true;
  switch (folded(code_point_at(source_, at).value)) {
    case U'，':
    case U'。':
    case U'；':
    case U'、':
    case U'！':
    case U'（':
    case U'）':
      return true;
    default:
      return false;
  }
}

std::uint32_t SkeletonBuilder::add_mark(char32_t mark, std::uint32_t from, std::uint32_t end) {
  append(mark, from);
  return end;
}

// Text without numbers, titles and years.
void SkeletonBuilder::copy(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end;) {
    const auto lead = static_cast<unsigned char>(source_[at]);
    if (lead >= 0xE4 && lead <= 0xE9 && at + 3 <= source_.size()) {  // Chinese characters, nearly all there is
      skeleton_.text.append(source_.substr(at, 3));
      skeleton_.places.insert(skeleton_.places.end(), 3, at);
      at += 3;
      continue;
    }
    const CodePoint c = code_point_at(source_, at);
    const char32_t shown = is_blank(c.value) ? 0 : folded(c.value);
    if (shown != 0) append(shown, at);
    at += c.length;
  }
}

void SkeletonBuilder::find_titles() {
  constexpr std::string_view open = "《";
  constexpr std::string_view shut = "》";
  for (std::size_t at = source_.find(open); at != std::string_view::npos;) {
    const std::size_t close = source_.find(shut, at);
    const std::size_t next = source_.find(open, at + open.size());
    if (close == std::string_view::npos) return;
    if (close < next)
      titles_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + shut.size())});
    at = next;
  }
}

std::uint32_t SkeletonBuilder::add_year(int year, std::uint32_t from, std::uint32_t end) {
  const int offset = year_ ? year - *year_ : 2;
  skeleton_.years.push_back({static_cast<std::uint32_t>(skeleton_.text.size()), year, true, offset});
  return add_mark(offset == 0    ? skeleton_mark::this_year
                  : offset == -1 ? skeleton_mark::last_year
                  : offset == 1  ? skeleton_mark::next_year
                                 : skeleton_mark::some_year,
                  from, end);
}

void SkeletonBuilder::add_year_word(YearWord word) {
  const int offset = words_->year_offsets[word.word];
  skeleton_.years.push_back({static_cast<std::uint32_t>(skeleton_.text.size()),
                             year_ ? std::optional<int>(*year_ + offset) : std::nullopt, false, offset});
  append(offset == 0  ? skeleton_mark::this_year
         : offset < 0 ? skeleton_mark::last_year
                      : skeleton_mark::next_year,
         word.at);
}

// 10月 is a month, 12月31日 a day, 1至12月 the whole year.
std::uint32_t SkeletonBuilder::add_month(const Numeral& numeral, std::uint32_t unit_end) {
  const std::uint32_t after = skip_blanks(unit_end);
  const std::int64_t month = numeral.value.integer().value_or(0);
  if (const Numeral* day = numeral_at(after)) {
    const std::uint32_t day_end = skip_blanks(day->span.end);
    const Unit unit = unit_at(day_end);
    if (unit.kind == UnitKind::day) {
      return add_date(skeleton_mark::date, {0, month, day->value.integer().value_or(0), false}, numeral.span.begin,
                      day_end + static_cast<std::uint32_t>(unit.text.size()));
    }
  }
  if (const std::string* joint = word_at_start(words_->range_joints, rest(after));
      joint != nullptr && numeral.value == Decimal(1)) {
    const std::uint32_t second = skip_blanks(after + static_cast<std::uint32_t>(joint->size()));
    if (const Numeral* last = numeral_at(second); last != nullptr && last->value == Decimal(12)) {
      const std::uint32_t end = skip_blanks(last->span.end);
      const Unit unit = unit_at(end);
      if (unit.kind == UnitKind::month) {
        return add_date(skeleton_mark::date, {0, month, 0, true}, numeral.span.begin,
                        end + static_cast<std::uint32_t>(unit.text.size()));
      }
    }
  }
  return add_date(skeleton_mark::month, {0, month, 0, false}, numeral.span.begin, unit_end);
}

std::uint32_t SkeletonBuilder::add_date(char32_t mark, Skeleton::Date date, std::uint32_t from, std::uint32_t end) {
  date.at = static_cast<std::uint32_t>(skeleton_.text.size());
  skeleton_.dates.push_back(date);
  return add_mark(mark, from, end);
}

// What says that the number is not exact stands right before it, at the end of the skeleton so far; there it goes.
Exactness SkeletonBuilder::take_exactness_before(std::string_view before) {
  const auto take = [&](const std::vector<std::string>& list) {
    const std::string* word = word_at_end(list, before);
    if (word != nullptr && ends_with(skeleton_.text, *word)) take_back(word->size());
    return word != nullptr;
  };
  if (take(words_->at_most_before)) return Exactness::at_most;
  if (take(words_->at_least_before)) return Exactness::at_least;
  if (take(words_->approximate_before)) return Exactness::approximate;
  return Exactness::exact;
}

void SkeletonBuilder::bound(Mention& mention, Exactness exactness) const {
  mention.exactness = exactness;
  const Decimal tenth = multiply(mention.value, *Decimal::parse("0.1")).value_or(Decimal(0));
  if (exactness == Exactness::approximate || exactness == Exactness::at_most) {
    mention.low = difference_of(mention.value, tenth);
  }
  if (exactness == Exactness::approximate) mention.high = sum_of(mention.value, tenth);
  if (exactness == Exactness::at_least) mention.high = sum_of(mention.value, round_step(mention.value));
}

std::uint32_t SkeletonBuilder::add_mention(const Numeral& numeral, Mention mention, std::uint32_t end) {
  const bool is_all =
      mention.kind == MentionKind::percentage && mention.value == Decimal(100) && mention.exactness == Exactness::exact;
  const char32_t mark = mention.kind == MentionKind::money        ? skeleton_mark::money
                        : is_all                                  ? skeleton_mark::hundred
                        : mention.kind == MentionKind::percentage ? skeleton_mark::percent
                        : mention.unit.empty()                    ? skeleton_mark::bare
                                                                  : skeleton_mark::count;
  skeleton_.numbers.push_back({static_cast<std::uint32_t>(skeleton_.text.size()), end,
                               numeral.form == NumeralForm::chinese, std::move(mention), 0});
  return add_mark(mark, numeral.span.begin, end);
}

void SkeletonBuilder::add_thing(const Numeral& numeral, Mention mention, std::string_view unit, std::uint32_t at) {
  const std::uint32_t end = at + static_cast<std::uint32_t>(unit.size());
  const std::string_view before = trim_end(source_.substr(0, numeral.span.begin));
  const auto any_before = [&](const std::vector<std::string>& words) { return word_at_end(words, before) != nullptr; };
  const auto any_after = [&](const std::vector<std::string>& words) {
    return word_at_start(words, rest(skip_blanks(end))) != nullptr;
  };
  const bool vague = any_before(words_->approximate_before) || any_before(words_->at_least_before) ||
                     any_before(words_->at_most_before) || any_before(words_->range_joints) ||
                     any_after(words_->approximate_after) || any_after(words_->at_least_after) ||
                     any_after(words_->at_most_after) || any_after(words_->range_joints);
  if (numeral.form != NumeralForm::digits || vague) return;
  mention.unit_span = {at, end};
  mention.unit = unit;
  skeleton_.things.push_back({static_cast<std::uint32_t>(skeleton_.text.size()), end, false, std::move(mention),
                              static_cast<std::uint32_t>(unit.size())});
}

std::uint32_t SkeletonBuilder::add_number(const Numeral& numeral) {
  const bool chinese = numeral.form == NumeralForm::chinese;
  const std::string_view self = source_.substr(numeral.span.begin, numeral.span.size());
  const auto plain = [&] {
    if (chinese) {
      copy(numeral.span.begin, numeral.span.end);
    } else {
      append(skeleton_mark::other, numeral.span.begin);
    }
    return numeral.span.end;
  };

  std::uint32_t at = skip_blanks(numeral.span.end);
  Unit unit = unit_at(at);
  // Most characters that could be numbers are parts of words.
  if (chinese && !unit.kind && !numeral.value.is_zero() && word_at_start(words_->at_least_after, rest(at)) == nullptr &&
      word_at_start(words_->range_joints, rest(at)) == nullptr) {
    return plain();
  }
  const std::string_view touching = source_.substr(0, numeral.span.begin);
  const std::string_view before = trim_end(touching);
  // 第二十条, 〔2021〕30号, A4, 0537-6627771
  if (word_at_end(words_->ordinal_before, before) != nullptr) return plain();
  if (word_at_start(words_->not_counts, rest(numeral.span.begin)) != nullptr) return plain();
  if (!chinese && !touching.empty()) {
    const char last = touching.back();
    const bool latin = (last >= 'A' && last <= 'Z') || (last >= 'a' && last <= 'z') || last == '-' || last == '/' ||
                       last == '.' || last == '_' || last == '=';
    if (latin) return plain();
  }

  const std::optional<std::int64_t> whole = numeral.value.integer();
  if (unit.kind == UnitKind::year) {
    if (!whole || numeral.scaled || *whole < first_year || *whole > last_year) return plain();
    return add_year(static_cast<int>(*whole), numeral.span.begin, at + static_cast<std::uint32_t>(unit.text.size()));
  }
  if (unit.kind == UnitKind::month) return add_month(numeral, at + static_cast<std::uint32_t>(unit.text.size()));
  if (unit.kind == UnitKind::day) {
    return add_date(skeleton_mark::date, {0, 0, whole.value_or(0), false}, numeral.span.begin,
                    at + static_cast<std::uint32_t>(unit.text.size()));
  }
  if (unit.kind == UnitKind::other) return plain();

  Mention mention;
  mention.span = numeral.span;
  mention.value = mention.low = mention.high = numeral.value;
  mention.step = step_of(numeral);
  Exactness exactness = Exactness::exact;
  if (unit.kind == UnitKind::thing) {
    add_thing(numeral, std::move(mention), unit.text, at);
    return plain();
  }

  // 3-5件, 1至2件: the second number ends the range.
  const Numeral* last = nullptr;
  if (const std::string* joint = word_at_start(words_->range_joints, rest(at))) {
    const Numeral* second = numeral_at(skip_blanks(at + static_cast<std::uint32_t>(joint->size())));
    if (second == nullptr || second->form != numeral.form || second->value < numeral.value) return plain();
    const std::uint32_t second_end = skip_blanks(second->span.end);
    const Unit second_unit = unit_at(second_end);
    if (second_unit.kind == UnitKind::month && numeral.value == Decimal(1) && second->value == Decimal(12)) {
      return add_date(skeleton_mark::date, {0, 1, 0, true}, numeral.span.begin,
                      second_end + static_cast<std::uint32_t>(second_unit.text.size()));
    }
    if (second_unit.kind != UnitKind::count) return plain();
    last = second;
    at = second_end;
    unit = second_unit;
    mention.span.end = second->span.end;
    mention.high = second->value;
    exactness = Exactness::range;
  }

  if (last == nullptr) {
    if (const std::string* word = word_at_start(words_->at_least_after, rest(at)); word != nullptr && !unit.kind) {
      exactness = Exactness::at_least;
      at = skip_blanks(at + static_cast<std::uint32_t>(word->size()));
      unit = unit_at(at);
    } else if (word = word_at_start(words_->approximate_after, rest(at)); word != nullptr) {
      exactness = Exactness::approximate;
      at = skip_blanks(at + static_cast<std::uint32_t>(word->size()));
      unit = unit_at(at);
    }
  }
  if (unit.kind == UnitKind::money) {
    mention.kind = MentionKind::money;
  } else if (unit.kind == UnitKind::percentage) {
    mention.kind = MentionKind::percentage;
  } else if (unit.kind && unit.kind != UnitKind::count) {
    return plain();
  }
  if (!unit.kind) {
    // Without a unit a number counts only where it ends a phrase, and a written-out one only as 为零.
    const bool zero = numeral.value.is_zero() && word_at_end(words_->zero_after, before) != nullptr;
    const bool leading_zero = self.size() > 1 && self[0] == '0' && !numeral.scaled && numeral.decimals == 0;
    const bool year = whole && *whole >= first_year && *whole <= last_year;
    if (chinese && !zero) return plain();
    // 1、 and （2） number the items of a list.
    const bool numbers_item = before.empty() || ends_with(before, "（") || ends_with(before, "(") ||
                              ends_with(before, "。") || ends_with(before, "；");
    if (numbers_item || exactness != Exactness::exact || leading_zero || year || !whole ||
        *whole > longest_bare_count || !ends_phrase(numeral.span.end)) {
      return plain();
    }
    mention.unit_span = {numeral.span.end, numeral.span.end};
  } else {
    mention.unit = unit.text;
    mention.unit_span = {at, at + static_cast<std::uint32_t>(unit.text.size())};
    at = mention.unit_span.end;
  }

  if (last == nullptr && unit.kind) {
    const std::uint32_t behind = skip_blanks(at);
    const auto take = [&](const std::vector<std::string>& list, Exactness kind) {
      const std::string* word = exactness == Exactness::exact ? word_at_start(list, rest(behind)) : nullptr;
      // 6812条多534条 is more by so many.
      const bool more_by = word != nullptr && numeral_at(behind + static_cast<std::uint32_t>(word->size())) != nullptr;
      if (word == nullptr || more_by) return;
      exactness = kind;
      at = behind + static_cast<std::uint32_t>(word->size());
    };
    take(words_->approximate_after, Exactness::approximate);
    take(words_->at_least_after, Exactness::at_least);
    take(words_->at_most_after, Exactness::at_most);
    const Exactness said_before = take_exactness_before(before);
    if (exactness == Exactness::exact) exactness = said_before;
  }
  if (!unit.kind) at = numeral.span.end;
  if (exactness == Exactness::range) {
    mention.exactness = exactness;
  } else {
    bound(mention, exactness);
  }
  return add_mention(numeral, std::move(mention), at);
}

// 47.1 万元: a blank parts the number from what multiplies it.
void SkeletonBuilder::join_large_units() {
  for (Numeral& numeral : numerals_) {
    const std::uint32_t at = skip_blanks(numeral.span.end);
    if (numeral.form != NumeralForm::digits || numeral.scaled || at == numeral.span.end || at >= source_.size())
      continue;
    const CodePoint c = code_point_at(source_, at);
    const std::uint32_t behind = at + c.length;
    if ((c.value != U'万' && c.value != U'亿') || !unit_at(skip_blanks(behind)).kind) continue;
    const std::optional<Decimal> value =
        multiply(numeral.value, Decimal(c.value == U'万' ? ten_thousand : one_hundred_million));
    if (!value) continue;
    numeral.value = *value;
    numeral.scaled = true;
    numeral.span.end = behind;
  }
}

Skeleton SkeletonBuilder::build(bool marks_year_words) {
  numerals_ = find_numerals(source_);
  join_large_units();
  find_titles();
  std::vector<YearWord> years;
  if (marks_year_words)
    words_->year_words.find_all(source_, [&](std::uint32_t word, std::uint32_t at) { years.push_back({at, word}); });
  skeleton_.text.reserve(source_.size());
  skeleton_.places.reserve(source_.size() + 1);

  // What is not plain text, from left to right; of two that overlap the earlier counts, a title before all else.
  const auto size = static_cast<std::uint32_t>(source_.size());
  std::size_t numeral = 0;
  std::size_t title = 0;
  std::size_t year = 0;
  for (std::uint32_t at = 0; at < size;) {
    while (numeral < numerals_.size() && numerals_[numeral].span.begin < at) ++numeral;
    while (title < titles_.size() && titles_[title].begin < at) ++title;
    while (year < years.size() && years[year].at < at) ++year;
    const std::uint32_t next_numeral = numeral < numerals_.size() ? numerals_[numeral].span.begin : size;
    const std::uint32_t next_title = title < titles_.size() ? titles_[title].begin : size;
    const std::uint32_t next_year = year < years.size() ? years[year].at : size;
    const std::uint32_t next = std::min({next_numeral, next_title, next_year});
    copy(at, next);
    at = next;
    if (at == size) break;
    if (next_title == at) {
      append(skeleton_mark::title, at);
      at = titles_[title].end;
    } else if (next_year == at) {
      add_year_word(years[year]);
      at += static_cast<std::uint32_t>(words_->year_words.words()[years[year].word].size());
    } else {
      at = add_number(numerals_[numeral]);
    }
  }
  skeleton_.places.push_back(size);
  return std::move(skeleton_);
}

}  // namespace

const Skeleton::Number* Skeleton::number_at(std::uint32_t at) const {
  const auto found = std::lower_bound(numbers.begin(), numbers.end(), at,
                                      [](const Number& number, std::uint32_t begin) { return number.at < begin; });
  return found != numbers.end() && found->at == at ? &*found : nullptr;
}

Span Skeleton::source(std::uint32_t begin, std::uint32_t end) const {
  if (begin == end) return {places[begin], places[begin]};
  const auto [first, last] = std::minmax_element(places.begin() + begin, places.begin() + end + 1);
  return {*first, *last};
}

Mention in_source(const Mention& mention, const MappedText& paragraph, std::string_view section) {
  Mention own = mention;
  own.span = paragraph.source(mention.span);
  own.unit_span = paragraph.source(mention.unit_span);
  own.section = section;
  return own;
}

Skeleton build_skeleton(std::string_view paragraph, std::optional<int> year, const NumberWords& words,
                        SkeletonOptions options) {
  Skeleton skeleton = SkeletonBuilder(paragraph, year, words).build(options.marks_year_words);
  if (options.distributes) distribute(skeleton, words);
  return skeleton;
}

}  // namespace gialint
