#include "engine/claims/frame_tokens.hpp"

#include <algorithm>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Kind = FrameToken::Kind;

constexpr std::int64_t last_month = 12;
constexpr std::int64_t last_day = 31;

bool is_clause_mark(char32_t c) {
  switch (c) {
    case U'。':
    case U'；':
    case U'！':
    case U'？':
    case U'，':
    case U'：':
    case U'、':
    case U'（':
    case U'）':
      return true;
    default:
      return false;
  }
}

bool is_numeral_character(char32_t c) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  return is_digit(c) || numerals.find(c) != std::u32string_view::npos || c == skeleton_mark::other;
}

class Tokenizer {
 public:
  Tokenizer(const Skeleton& skeleton, const Vocabulary& vocabulary)
      : skeleton_(&skeleton), text_(skeleton.text), vocabulary_(&vocabulary) {}

  std::vector<FrameToken> read();

 private:
  [[nodiscard]] char32_t character_at(std::uint32_t at) const {
    return at < text_.size() ? code_point_at(text_, at).value : 0;
  }
  void end_gap(std::uint32_t at);
  FrameToken& add(Kind kind, std::uint32_t end);
  [[nodiscard]] bool may_begin_item() const;
  /// What numbers an item of a list at this place, （一）, 二、 or 1., takes that many bytes; 0: none stands here.
  [[nodiscard]] std::uint32_t item_number() const;
  /// The end of 〔2021〕30号.
  [[nodiscard]] std::uint32_t document_number() const;
  bool add_number(char32_t c, std::uint32_t length);
  void join_dates();

  const Skeleton* skeleton_;
  std::string_view text_;
  const Vocabulary* vocabulary_;
  std::vector<FrameToken> tokens_;
  std::uint32_t at_ = 0;
  std::uint32_t gap_ = no_gap;
  static constexpr std::uint32_t no_gap = 0xFFFFFFFF;
};

void Tokenizer::end_gap(std::uint32_t at) {
  if (gap_ == no_gap) return;
  FrameToken token;
  token.at = {gap_, at};
  token.text = text_.substr(gap_, at - gap_);
  tokens_.push_back(token);
  gap_ = no_gap;
}

FrameToken& Tokenizer::add(Kind kind, std::uint32_t end) {
  end_gap(at_);
  FrameToken token;
  token.kind = kind;
  token.at = {at_, end};
  token.text = text_.substr(at_, end - at_);
  tokens_.push_back(token);
  at_ = end;
  return tokens_.back();
}

bool Tokenizer::may_begin_item() const {
  if (at_ == 0) return true;
  if (gap_ != no_gap || tokens_.empty()) return false;
  const FrameToken& before = tokens_.back();
  return before.is_mark(U'。') || before.is_mark(U'；') || before.is_mark(U'：');
}

std::uint32_t Tokenizer::item_number() const {
  const bool bracket = character_at(at_) == U'（';
  if (!bracket && !may_begin_item()) return 0;
  std::uint32_t end = at_ + (bracket ? code_point_at(text_, at_).length : 0);
  const std::uint32_t first = end;
  bool digits = false;
  while (end < text_.size() && is_numeral_character(character_at(end))) {
    digits = digits || character_at(end) == skeleton_mark::other;
    end += code_point_at(text_, end).length;
  }
  if (end == first) return 0;
  const char32_t behind = character_at(end);
  const bool closes = bracket ? behind == U'）' : digits ? behind == U'.' || behind == U'．' : behind == U'、';
  return closes ? end + code_point_at(text_, end).length - at_ : 0;
}

std::uint32_t Tokenizer::document_number() const {
  constexpr std::string_view close = "〕";
  constexpr std::size_t longest = 30;
  const std::size_t end = text_.substr(at_, longest).find(close);
  if (end == std::string_view::npos) return at_;
  auto at = static_cast<std::uint32_t>(at_ + end + close.size());
  // 30号 by itself looks like a day.
  if (const char32_t c = character_at(at); c == skeleton_mark::other || c == skeleton_mark::date)
    at += code_point_at(text_, at).length;
  return at;
}

bool Tokenizer::add_number(char32_t c, std::uint32_t length) {
  const std::uint32_t begin = at_;
  switch (c) {
    case skeleton_mark::count:
    case skeleton_mark::bare:
    case skeleton_mark::money:
      add(Kind::number, begin + length).number = skeleton_->number_at(begin);
      return true;
    case skeleton_mark::percent:
    case skeleton_mark::hundred:
      add(Kind::percent, begin + length).number = skeleton_->number_at(begin);
      return true;
    case skeleton_mark::other:
      add(Kind::other, begin + length);
      return true;
    case skeleton_mark::title:
      add(Kind::title, begin + length);
      return true;
    case skeleton_mark::month:
    case skeleton_mark::date:
      add(Kind::date, begin + length);
      return true;
    case skeleton_mark::this_year:
    case skeleton_mark::last_year:
    case skeleton_mark::next_year:
    case skeleton_mark::some_year: {
      const auto found = std::lower_bound(skeleton_->years.begin(), skeleton_->years.end(), begin,
                                          [](const Skeleton::Year& year, std::uint32_t at) { return year.at < at; });
      const int year = found != skeleton_->years.end() && found->at == begin ? found->year.value_or(0) : 0;
      add(Kind::year, begin + length).year = year;
      return true;
    }
    default:
      return false;
  }
}

// 1月1日至12月31日 and 1月至12月 are the whole year, 12月31日 and 12月底 its end: no part of it.
void Tokenizer::join_dates() {
  const auto date_of = [&](const FrameToken& token) -> const Skeleton::Date* {
    if (token.kind != Kind::date) return nullptr;
    const auto found = std::lower_bound(skeleton_->dates.begin(), skeleton_->dates.end(), token.at.begin,
                                        [](const Skeleton::Date& date, std::uint32_t at) { return date.at < at; });
    return found != skeleton_->dates.end() && found->at == token.at.begin ? &*found : nullptr;
  };
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Skeleton::Date* const date = date_of(tokens_[i]);
    if (date == nullptr) continue;
    const bool ends_year = date->month == last_month && (date->day == last_day || (date->day == 0 && i > 0));
    const bool at_end = ends_year && i + 1 < tokens_.size() && tokens_[i + 1].is(WordMark::at_end);
    if (date->whole_year || (date->month == last_month && date->day == last_day) || at_end) {
      tokens_[i].kind = Kind::full_year;
    }
    const bool begins = date->month == 1 && date->day <= 1;
    if (!begins) continue;
    for (std::size_t next = i + 1; next < tokens_.size() && next <= i + 3; ++next) {
      const Skeleton::Date* const end = date_of(tokens_[next]);
      if (end == nullptr) continue;
      if (end->month == last_month && (end->day == last_day || end->day == 0)) {
        tokens_[i].kind = tokens_[next].kind = Kind::full_year;
      }
      break;
    }
  }
}

std::vector<FrameToken> Tokenizer::read() {
  const auto size = static_cast<std::uint32_t>(text_.size());
  while (at_ < size) {
    const CodePoint c = code_point_at(text_, at_);
    if (const std::uint32_t item = c.value == U'（' || may_begin_item() ? item_number() : 0; item != 0) {
      add(Kind::mark, at_ + item).character = U'。';
      continue;
    }
    if (c.value == U'〔') {
      if (const std::uint32_t end = document_number(); end != at_) {
        add(Kind::title, end);
        continue;
      }
    }
    if (c.value >= skeleton_mark::count && c.value <= skeleton_mark::some_year && add_number(c.value, c.length))
      continue;
    if (const Vocabulary::Found word = vocabulary_->longest_at(text_, at_); word.labels != nullptr) {
      const Kind kind = word.labels->has(WordMark::all_of_it) ? Kind::percent : Kind::word;
      FrameToken& token = add(kind, at_ + word.size);
      if (kind == Kind::word) token.labels = *word.labels;
      continue;
    }
    if (is_clause_mark(c.value)) {
      add(Kind::mark, at_ + c.length).character = c.value;
      continue;
    }
    if (gap_ == no_gap) gap_ = at_;
    at_ += c.length;
  }
  end_gap(size);
  join_dates();
  return std::move(tokens_);
}

}  // namespace

std::vector<FrameToken> frame_tokens(const Skeleton& skeleton, const Vocabulary& vocabulary) {
  return Tokenizer(skeleton, vocabulary).read();
}

Skeleton build_frame_skeleton(std::string_view paragraph, std::optional<int> year, const NumberWords& words) {
  return build_skeleton(paragraph, year, words, {.marks_year_words = false, .distributes = false});
}

}  // namespace gialint
