#include "engine/claims/breakdowns.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Number = Skeleton::Number;

struct Bounds {
  Decimal low;
  Decimal high;
};

std::optional<Bounds> plus(const std::optional<Bounds>& sum, const Mention& mention) {
  if (!sum) return std::nullopt;
  const std::optional<Decimal> low = add(sum->low, mention.low);
  const std::optional<Decimal> high = add(sum->high, mention.high);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}

/// Longer texts between two stops, in bytes, are no list; so that many openers in one of them stay cheap.
constexpr std::uint32_t longest_list = 3000;
/// ， 、 ； 。 in UTF-8.
constexpr std::uint32_t separator_bytes = 3;

bool overlap(const Bounds& a, const Bounds& b) { return a.low <= b.high && b.low <= a.high; }

bool found_in(const std::optional<Pattern>& pattern, std::string_view text) {
  return pattern && !text.empty() && pattern->is_in(text);
}

class ListFinder {
 public:
  ListFinder(const Skeleton& skeleton, const Lexicon& lexicon)
      : skeleton_(&skeleton), text_(skeleton.text), lexicon_(&lexicon), words_(&lexicon.lists) {}

  std::vector<NumberList> find();

 private:
  /// Words between two separators, and the counts in them.
  struct Segment {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<std::size_t> counts;
    char32_t closed_by = 0;  ///< the separator behind it; 0 at the list's end
  };

  /// How a list is set off from its total.
  enum class Form : std::uint8_t { opened, bracketed, after_colon };

  void read_list(std::uint32_t begin, std::uint32_t end, Form form, std::vector<std::size_t> wholes);
  [[nodiscard]] std::vector<Segment> segments(std::uint32_t begin, std::uint32_t end) const;
  /// The numbers before byte `at` that may be the total, in the same clause or the one before; the last one last.
  [[nodiscard]] std::vector<std::size_t> wholes_before(std::uint32_t at) const;
  [[nodiscard]] bool is_complete(const std::vector<std::string_view>& labels) const;
  void judge(NumberList& list) const;

  [[nodiscard]] const Mention& mention(std::size_t number) const { return skeleton_->numbers[number].mention; }
  [[nodiscard]] bool is_count(std::size_t number) const {
    return mention(number).kind == MentionKind::count && !mention(number).unit.empty();
  }
  [[nodiscard]] std::string_view part(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  [[nodiscard]] bool starts_with_at(std::uint32_t at, std::string_view word) const {
    return text_.substr(at, word.size()) == word;
  }
  [[nodiscard]] std::uint32_t limit(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), std::size_t{at} + longest_list));
  }
  /// The byte behind the bracket that closes the one at `at`; the longest list's end when none does.
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t at) const;
  /// The byte behind the number and its unit.
  [[nodiscard]] std::uint32_t behind(std::size_t number) const {
    return skeleton_->numbers[number].at + separator_bytes + skeleton_->numbers[number].unit_size;
  }
  void read_openers();
  void read_brackets();
  void read_colons();
  void read_sums();
  void read_sum(std::size_t total);

  const Skeleton* skeleton_;
  std::string_view text_;
  const Lexicon* lexicon_;
  const ListWords* words_;
  std::vector<NumberList> lists_;
};

std::uint32_t ListFinder::bracket_end(std::uint32_t at) const {
  int depth = 0;
  const std::uint32_t end = limit(at);
  while (at < end) {
    const CodePoint c = code_point_at(text_, at);
    at += c.length;
    if (c.value == U'（') ++depth;
    if (c.value == U'）' && --depth == 0) return at;
  }
  return at;
}

// A 。 inside brackets ends nothing outside of them; a bracket that closes what was open before ends the list.
std::uint32_t ListFinder::sentence_end(std::uint32_t at) const {
  int depth = 0;
  const std::uint32_t end = limit(at);
  while (at < end) {
    const CodePoint c = code_point_at(text_, at);
    if (c.value == U'（') ++depth;
    if (c.value == U'）' && depth-- == 0) break;
    if (depth == 0 && (c.value == U'。' || c.value == U'！' || c.value == U'？')) break;
    at += c.length;
  }
  return at;
}

std::vector<ListFinder::Segment> ListFinder::segments(std::uint32_t begin, std::uint32_t end) const {
  std::vector<Segment> found;
  Segment segment;
  segment.begin = begin;
  auto number =
      static_cast<std::size_t>(std::lower_bound(skeleton_->numbers.begin(), skeleton_->numbers.end(), begin,
                                                [](const Number& each, std::uint32_t from) { return each.at < from; }) -
                               skeleton_->numbers.begin());
  for (std::uint32_t at = begin; at < end;) {
    const CodePoint c = code_point_at(text_, at);
    if (c.value == U'（') {  // of its own level
      const std::uint32_t after = std::min(bracket_end(at), end);
      while (number < skeleton_->numbers.size() && skeleton_->numbers[number].at < after) ++number;
      at = after;
      continue;
    }
    if (number < skeleton_->numbers.size() && skeleton_->numbers[number].at == at) {
      if (is_count(number)) segment.counts.push_back(number);
      ++number;
    }
    if (c.value == U'，' || c.value == U'、' || c.value == U'；') {
      segment.end = at;
      segment.closed_by = c.value;
      found.push_back(std::move(segment));
      segment = {};
      segment.begin = at + c.length;
    }
    at += c.length;
  }
  segment.end = end;
  found.push_back(std::move(segment));
  return found;
}

std::vector<std::size_t> ListFinder::wholes_before(std::uint32_t at) const {
  // A list that opens its clause (。其中) splits what the clause before told.
  std::uint32_t begin = at > longest_list ? at - longest_list : 0;
  for (const std::string_view border : {"。", "；", "！", "？"}) {
    if (at < 2 * separator_bytes) break;
    const std::size_t found = text_.rfind(border, at - 2 * separator_bytes);
    if (found != std::string_view::npos) begin = std::max(begin, static_cast<std::uint32_t>(found) + separator_bytes);
  }
  const auto& numbers = skeleton_->numbers;
  auto number =
      static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), begin,
                                                [](const Number& each, std::uint32_t from) { return each.at < from; }) -
                               numbers.begin());
  std::vector<std::size_t> wholes;
  std::uint32_t clause = begin;
  int depth = 0;
  for (; number < numbers.size() && numbers[number].at < at; ++number) {
    for (; begin < numbers[number].at; ++begin) {  // brackets belong to what they follow
      if (starts_with_at(begin, "（")) ++depth;
      if (starts_with_at(begin, "）") && depth > 0) --depth;
      if (starts_with_at(begin, "，")) clause = begin + separator_bytes;
    }
    const bool can_be = depth == 0 && is_count(number);
    if (can_be && !found_in(words_->not_total, part(clause, numbers[number].at))) wholes.push_back(number);
  }
  return wholes;
}

bool ListFinder::is_complete(const std::vector<std::string_view>& labels) const {
  if (!labels.empty() && found_in(words_->rest, labels.back())) return true;
  return std::any_of(lexicon_->partitions.begin(), lexicon_->partitions.end(), [&](const Partition& partition) {
    const auto& classes = partition.classes;
    return std::all_of(classes.begin(), classes.end(), [&](const Pattern& words) {
      return std::any_of(labels.begin(), labels.end(), [&](std::string_view label) { return words.is_in(label); });
    });
  });
}

void ListFinder::judge(NumberList& list) const {
  std::vector<Bounds> wholes;
  std::optional<Bounds> all = Bounds{};
  Decimal greatest;
  for (const std::size_t whole : list.wholes) {
    const Mention& number = mention(whole);
    wholes.push_back({number.low, number.high});
    greatest = std::max(greatest, number.high);
    all = plus(all, number);
  }
  if (all) {
    wholes.push_back(*all);
    greatest = std::max(greatest, all->high);
  }
  std::optional<Bounds> sum = Bounds{};
  bool ties = false;
  for (std::size_t i = 0; i < list.parts.size(); ++i) {
    const Mention& number = mention(list.parts[i]);
    if (!list.mixed_units && greatest < number.low && !ties) {
      list.fault = Breakdown::Fault::part;
      list.at = i;
      return;
    }
    sum = plus(sum, number);
    if (!sum) return;
    // What comes behind parts that already add up is no part.
    if (i > 0 || list.parts.size() == 1) {
      ties =
          ties || std::any_of(wholes.begin(), wholes.end(), [&](const Bounds& whole) { return overlap(whole, *sum); });
    }
  }
  if (ties) return;
  // Numbers of other units behind 其中 are mostly other matters; in a bracket they are parts.
  if (list.mixed_units && !list.in_brackets) return;
  if (greatest < sum->low) {
    if (!found_in(words_->overlap, text_)) list.fault = Breakdown::Fault::above;
  } else if (list.complete && list.parts.size() > 1) {
    list.fault = Breakdown::Fault::below;
  }
}

void ListFinder::read_list(std::uint32_t begin, std::uint32_t end, Form form, std::vector<std::size_t> wholes) {
  const bool in_brackets = form == Form::bracketed;
  NumberList list;
  list.in_brackets = in_brackets;
  std::vector<std::string_view> labels;
  char32_t separator = 0;  // between the members so far
  char32_t last = 0;       // behind the last member and what belongs to it
  std::uint32_t label_begin = begin;
  bool closed = end - begin < longest_list;  // all up to the end was understood
  bool single = true;                        // every piece has one count, at its end
  for (const Segment& segment : segments(begin, end)) {
    const std::string_view words = part(segment.begin, segment.end);
    const std::uint32_t next = segment.end + (segment.closed_by == 0 ? 0 : separator_bytes);
    if (segment.counts.empty()) {
      const bool aside = words.empty() || found_in(words_->aside, words);
      if (aside) {
        last = segment.closed_by;
        label_begin = next;
      } else if (segment.closed_by != U'、') {  // 商业秘密、个人隐私2件: a label in pieces
        closed = false;
        break;
      }
      continue;
    }
    // A list of ， ends at ；, one of ； does not.
    if (last == U'；' && separator == U'，' && !in_brackets) break;
    const std::string_view label = part(label_begin, skeleton_->numbers[segment.counts.front()].at);
    if (found_in(words_->stop, label) || (!list.parts.empty() && found_in(words_->opener, label))) {
      closed = false;
      break;
    }
    if (last != 0) separator = last == U'；' ? U'；' : U'，';
    const std::string_view tail = part(behind(segment.counts.front()), segment.end);
    const bool ends_it = tail.empty() || (tail.starts_with("（") && tail.ends_with("）"));
    single = single && segment.counts.size() == 1 && ends_it;
    list.parts.insert(list.parts.end(), segment.counts.begin(), segment.counts.end());
    labels.push_back(label);
    label_begin = next;
    last = segment.closed_by;
  }
  if (list.parts.empty() || wholes.empty()) return;
  // What is meant as the total is counted as the parts are: the least that holds them all, else the greatest.
  const std::string& unit = mention(list.parts.front()).unit;
  Decimal sum;
  for (const std::size_t number : list.parts) sum = add(sum, mention(number).value).value_or(sum);
  list.mixed_units = true;
  for (const std::size_t whole : wholes) {
    if (mention(whole).unit != unit) continue;
    const Decimal value = mention(whole).value;
    const Decimal best = mention(list.total).value;
    const bool better = value < sum ? best < value : best < sum || value < best;
    if (list.mixed_units || better) list.total = whole;
    list.mixed_units = false;
  }
  if (list.mixed_units) list.total = wholes.back();
  list.wholes = std::move(wholes);
  list.mixed_units = list.mixed_units || std::any_of(list.parts.begin(), list.parts.end(),
                                                     [&](std::size_t number) { return mention(number).unit != unit; });
  // 公开信息294条：甲31条，乙85条，丙178条。 A colon opens an account of all.
  const bool accounts = form == Form::after_colon && single && !list.mixed_units && list.parts.size() > 1;
  if (form == Form::after_colon && !(closed && accounts)) return;
  list.complete = closed && (accounts || is_complete(labels));
  // 其中网站、微信分别为5条、8条 opens twice.
  const bool known =
      std::any_of(lists_.begin(), lists_.end(), [&](const NumberList& other) { return other.parts == list.parts; });
  if (known) return;
  judge(list);
  lists_.push_back(std::move(list));
}

void ListFinder::read_openers() {
  for (const Pattern::Match& match : words_->opener->find_all(text_)) {
    const std::uint32_t begin = match.span.end;
    const std::uint32_t end = sentence_end(begin);
    std::vector<std::size_t> wholes = wholes_before(match.span.begin);
    // 13件（其中县政府文件5件）: what stands right before the bracket.
    const bool opens_bracket = match.span.begin >= 3 && part(match.span.begin - 3, match.span.begin) == "（";
    if (opens_bracket) continue;
    read_list(begin, end, Form::opened, std::move(wholes));
  }
}

void ListFinder::read_brackets() {
  for (std::size_t i = 0; i + 1 < skeleton_->numbers.size(); ++i) {
    if (!is_count(i)) continue;
    const std::uint32_t open = behind(i);
    if (open + 3 > text_.size() || part(open, open + 3) != "（") continue;
    const std::uint32_t end = bracket_end(open);
    const bool shut = end >= 3 && part(end - 3, end) == "）";
    std::uint32_t begin = open + 3;
    if (const auto opener = words_->opener->find(part(begin, end)); opener && opener->span.begin == 0) {
      begin += opener->span.end;
    }
    if (!shut) continue;
    // Behind a member of another list the bracket splits that member; else it may split all that was told before.
    const bool is_member = std::any_of(lists_.begin(), lists_.end(), [&](const NumberList& list) {
      return std::find(list.parts.begin(), list.parts.end(), i) != list.parts.end();
    });
    read_list(begin, end - 3, Form::bracketed, is_member ? std::vector<std::size_t>{i} : wholes_before(open));
  }
}

void ListFinder::read_colons() {
  for (std::size_t i = 0; i + 2 < skeleton_->numbers.size(); ++i) {
    if (!is_count(i) || !starts_with_at(behind(i), "：")) continue;
    const std::uint32_t begin = behind(i) + separator_bytes;
    read_list(begin, sentence_end(begin), Form::after_colon, {i});
  }
}

void ListFinder::read_sums() {
  if (!words_->sum) return;
  for (std::size_t i = 2; i < skeleton_->numbers.size(); ++i) {
    if (is_count(i) && mention(i).exactness == Exactness::exact) read_sum(i);
  }
}

// 建议74件、提案91件，共165件: the sum of what one clause tells in one unit. 甲132条，乙385篇，两项合计517条: of so
// many.
void ListFinder::read_sum(std::size_t total) {
  const auto border_before = [&](std::uint32_t at) {
    std::uint32_t border = 0;
    const std::string_view before = text_.substr(0, at);
    for (const std::string_view mark : {"，", "；", "。", "：", "！", "？", "（", "）"}) {
      const std::size_t found = before.rfind(mark);
      if (found != std::string_view::npos)
        border = std::max(border, static_cast<std::uint32_t>(found) + separator_bytes);
    }
    return border;
  };
  const std::uint32_t at = skeleton_->numbers[total].at;
  const std::uint32_t clause = border_before(at);
  if (clause < separator_bytes || !starts_with_at(clause - separator_bytes, "，")) return;
  std::size_t first = total;  // of the parts
  std::size_t behind_parts = total;
  if (words_->sum->matches_whole(part(clause, at))) {
    const std::uint32_t begin = border_before(clause - separator_bytes);
    while (first > 0 && skeleton_->numbers[first - 1].at >= begin) --first;
  } else if (const Number& said = skeleton_->numbers[total - 1];
             said.at == clause && said.chinese && words_->sum->matches_whole(part(behind(total - 1), at))) {
    behind_parts = total - 1;
    const std::optional<std::int64_t> many = said.mention.value.integer();
    if (!many || *many < 2 || static_cast<std::uint64_t>(*many) > behind_parts) return;
    first = behind_parts - static_cast<std::size_t>(*many);
  } else {
    return;
  }
  if (behind_parts < first + 2) return;
  const auto stop = text_.substr(0, at).rfind("。");
  const std::uint32_t sentence = stop == std::string_view::npos ? 0 : static_cast<std::uint32_t>(stop);
  if (skeleton_->numbers[first].at < sentence || found_in(words_->overlap, text_)) return;

  NumberList list;
  list.total = total;
  list.wholes = {total};
  list.complete = true;
  list.summed = true;
  Decimal sum;
  for (std::size_t i = first; i < behind_parts; ++i) {
    const bool same_unit = behind_parts < total || mention(i).unit == mention(total).unit;
    if (!is_count(i) || mention(i).exactness != Exactness::exact || !same_unit) return;
    list.parts.push_back(i);
    sum = add(sum, mention(i).value).value_or(sum);
  }
  // Or of all that the sentence told before, from some number on.
  const Decimal whole = mention(total).value;
  Decimal back;
  bool ties = sum == whole;
  for (std::size_t i = behind_parts; i-- > 0 && skeleton_->numbers[i].at >= sentence;) {
    if (!is_count(i)) continue;
    back = add(back, mention(i).value).value_or(back);
    ties = ties || back == whole;
  }
  if (!ties) list.fault = whole < sum ? Breakdown::Fault::above : Breakdown::Fault::below;
  lists_.push_back(std::move(list));
}

std::vector<NumberList> ListFinder::find() {
  if (!words_->opener || skeleton_->numbers.size() < 2) return {};
  read_openers();
  read_brackets();
  read_colons();
  read_sums();
  std::stable_sort(lists_.begin(), lists_.end(),
                   [&](const NumberList& a, const NumberList& b) { return a.total < b.total; });
  return std::move(lists_);
}

}  // namespace

std::vector<NumberList> find_lists(const Skeleton& skeleton, const Lexicon& lexicon) {
  return ListFinder(skeleton, lexicon).find();
}

}  // namespace gialint
