#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/document/wording.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_title = 80;  // folded code points, all lines together
constexpr std::size_t most_lines = 3;
constexpr std::size_t longest_organ_line = 30;
constexpr std::size_t longest_remark = 12;
constexpr std::size_t longest_tail = 4;  // what may follow by mistake: 的函
constexpr std::string_view full_stop = "。";

/// Where a wording of the core stands in a folded line.
struct CorePlace {
  const CoreWording* core = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t distance = 0;
};

/// The best place of `needle` in `line` with at most `limit` edits, wherever it begins and ends: Sellers' algorithm.
std::optional<CorePlace> find_near(std::u32string_view line, const CoreWording& core, std::size_t limit) {
  const std::u32string& needle = core.folded;
  const std::size_t size = needle.size();
  std::vector<std::size_t> distance(size + 1);
  std::vector<std::size_t> start(size + 1, 0);
  for (std::size_t i = 0; i <= size; ++i) distance[i] = i;
  std::optional<CorePlace> best;
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::size_t diagonal = distance[0];
    std::size_t diagonal_start = start[0];
    distance[0] = 0;
    start[0] = at + 1;
    for (std::size_t i = 1; i <= size; ++i) {
      const std::size_t above = distance[i];
      const std::size_t above_start = start[i];
      const std::size_t replaced = diagonal + (needle[i - 1] == line[at] ? 0 : 1);
      std::size_t value = replaced;
      std::size_t from = diagonal_start;
      if (above + 1 < value) value = above + 1, from = above_start;
      if (distance[i - 1] + 1 < value) value = distance[i - 1] + 1, from = start[i - 1];
      distance[i] = value;
      start[i] = from;
      diagonal = above;
      diagonal_start = above_start;
    }
    // A title ends in its core: of two places, the one at the line's end, though it may be the more damaged one.
    const bool at_end = at + 1 == line.size();
    if (distance[size] <= limit && (!best || at_end || distance[size] <= best->distance)) {
      best = CorePlace{&core, start[size], at + 1, distance[size]};
    }
  }
  return best;
}

/// What a character of a year says: 2, 〇, 二, and the letters and circles that stand for a nought.
std::optional<int> year_digit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'０' && c <= U'９') return static_cast<int>(c - U'０');
  if (std::u32string_view(U"零〇○◯ＯOo").find(c) != std::u32string_view::npos) return 0;
  const std::size_t at = std::u32string_view(U"一二三四五六七八九").find(c);
  return at == std::u32string_view::npos ? std::nullopt : std::optional<int>(static_cast<int>(at) + 1);
}

struct YearPlace {
  Span digits;         ///< bytes of the line
  std::size_t sign;    ///< bytes up to behind 年; the digits' end when there is none
  std::size_t degree;  ///< … and behind 年度
  int year = 0;
};

/// The years that a line names: 2024年, 二〇二四年, （2024）.
std::vector<YearPlace> years_in(std::string_view text) {
  constexpr int first_year = 1990;
  constexpr int last_year = 2099;
  std::vector<YearPlace> years;
  const auto skip_blanks = [&](std::size_t at) {
    while (at < text.size() && is_blank(code_point_at(text, at).value)) at += code_point_at(text, at).length;
    return at;
  };
  const auto is_at = [&](std::size_t at, char32_t c) { return at < text.size() && code_point_at(text, at).value == c; };
  bool digit_before = false;
  bool open_before = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    int year = 0;
    int count = 0;
    bool arabic = true;
    std::size_t end = at;
    while (!digit_before && count < 4 && end < text.size()) {
      const char32_t c = code_point_at(text, end).value;
      const std::optional<int> digit = year_digit(c);
      if (!digit) break;
      arabic = arabic && is_digit(c);
      year = year * 10 + *digit;
      end += code_point_at(text, end).length;
      ++count;
    }
    const bool longer = end < text.size() && is_digit(code_point_at(text, end).value);
    if (count == 4 && !longer && year >= first_year && year <= last_year) {
      YearPlace place{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, end, end, year};
      const std::size_t next = skip_blanks(end);
      const bool signed_year = is_at(next, U'年');
      if (signed_year) {
        place.sign = place.degree = next + code_point_at(text, next).length;
        if (is_at(place.sign, U'度')) place.degree += code_point_at(text, place.sign).length;
        // 2024年1月20日 is a day.
        const std::size_t behind = skip_blanks(place.sign);
        const bool day = behind < text.size() && is_digit(code_point_at(text, behind).value);
        if (!day) years.push_back(place);
      } else if (arabic && open_before) {
        years.push_back(place);  // （2024）
      }
      at = end;
      digit_before = true;
      continue;
    }
    digit_before = is_digit(point.value);
    open_before = std::u32string_view(U"（(〔[【").find(point.value) != std::u32string_view::npos;
    at += point.length;
  }
  return years;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_blank(point.value)) out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

/// A line read as a title, and how much of one it is not.
struct TitleReading {
  Title title;
  std::size_t damage = 0;  ///< characters of the core that are others, and what follows it
  bool official = true;

  /// Better is less: the wording, then the year, then the organ.
  [[nodiscard]] std::tuple<std::size_t, bool, bool> worth() const {
    return {damage, !title.year.has_value(), title.organ.empty()};
  }
};

/// Reads lines as a title: organ, year and core in any order, the year within the core too.
class TitleReader {
 public:
  /// `line` is one line, or several put together, of which the last begins at byte `last`. It has to outlive the
  /// reader.
  TitleReader(const OutlineWordings& wordings, const MappedText& line, std::size_t last)
      : wordings_(wordings), line_(line), last_(last) {}

  [[nodiscard]] std::optional<TitleReading> read() const {
    const Folded folded = fold(line_.text());
    if (folded.text.empty() || folded.text.size() > longest_title || !has_core_characters(folded.text))
      return std::nullopt;
    std::optional<TitleReading> best;
    const auto offer = [&](std::optional<TitleReading> reading) {
      if (!reading) return;
      // Of two that are as good, the one with the form's wording, then the first, which takes more away.
      const auto rank = [](const TitleReading& each) { return std::make_tuple(each.worth(), !each.official); };
      if (!best || rank(*reading) < rank(*best)) best = std::move(reading);
    };
    for (const YearPlace& year : years_in(line_.text())) {
      for (const std::size_t end : {year.degree, year.sign, static_cast<std::size_t>(year.digits.end)})
        offer(read_without(folded, &year, static_cast<std::uint32_t>(end)));
    }
    if (!best || std::get<0>(best->worth()) > 0) offer(read_without(folded, nullptr, 0));
    return best;
  }

 private:
  /// Whether a core may stand in `text`: all but two of the form's characters do.
  [[nodiscard]] bool has_core_characters(std::u32string_view text) const {
    return std::any_of(wordings_.cores.begin(), wordings_.cores.end(), [&](const CoreWording& core) {
      std::size_t missing = 0;
      for (const char32_t c : core.folded) missing += text.find(c) == std::u32string_view::npos ? 1 : 0;
      return missing <= (core.match == WordingMatch::official ? 2U : 0U);
    });
  }

  /// A core to the letter: one behind `year`, the place of a year that was taken out, where there is one, since
  /// …人民政府2023年信息公开工作年度报告 is no 政府信息公开….
  [[nodiscard]] std::optional<CorePlace> find_exact(std::u32string_view text, std::size_t year) const {
    for (const std::size_t from : {year, std::size_t{0}}) {
      for (const CoreWording& core : wordings_.cores) {
        const std::size_t at = text.rfind(core.folded);
        if (at != std::u32string_view::npos && at >= from) return CorePlace{&core, at, at + core.folded.size(), 0};
      }
    }
    return std::nullopt;
  }

  /// One damaged by a character or two; only the official wording, since every other is near to it.
  [[nodiscard]] std::optional<CorePlace> find_damaged(std::u32string_view text) const {
    for (const CoreWording& core : wordings_.cores) {
      if (core.match != WordingMatch::official) continue;
      if (auto place = find_near(text, core, 2)) return place;
    }
    return std::nullopt;
  }

  /// The line read without the bytes of a year up to `end`.
  [[nodiscard]] std::optional<TitleReading> read_without(const Folded& folded, const YearPlace* year,
                                                         std::uint32_t end) const {
    std::u32string text;
    std::vector<Span> places;
    std::size_t taken_out = 0;
    for (std::size_t i = 0; i < folded.text.size(); ++i) {
      if (year != nullptr && folded.places[i].begin >= year->digits.begin && folded.places[i].begin < end) {
        taken_out = text.size();
        continue;
      }
      text += folded.text[i];
      places.push_back(folded.places[i]);
    }
    std::optional<TitleReading> exact;
    if (const auto core = find_exact(text, taken_out)) exact = read_around(text, places, year, *core);
    if (exact && exact->damage == 0) return exact;
    std::optional<TitleReading> damaged;
    if (const auto core = find_damaged(text)) damaged = read_around(text, places, year, *core);
    return damaged && (!exact || damaged->damage <= exact->damage) ? damaged : exact;
  }

  /// The line read around a core that stands in `text`, whose characters stand at `places` in the line.
  [[nodiscard]] std::optional<TitleReading> read_around(std::u32string_view text, const std::vector<Span>& places,
                                                        const YearPlace* year, const CorePlace& core) const {
    const auto place_of = [&](std::size_t from, std::size_t to) {
      return Span{places[from].begin, places[to - 1].end};
    };

    TitleReading reading;
    Title& title = reading.title;
    reading.damage = core.distance;
    reading.official = core.core->match == WordingMatch::official;
    title.text = line_;
    title.span = line_.source();
    title.core = line_.source(place_of(core.begin, core.end));
    title.match = core.distance == 0 ? core.core->match : WordingMatch::altered;
    title.wording = core.core->text;
    title.year_span = {title.core.begin, title.core.begin};
    if (year != nullptr) {
      title.year = year->year;
      title.year_span = line_.source(year->digits);
    }

    // In front of the core, without words that announce it.
    std::size_t begin = 0;
    for (const std::u32string& word : wordings_.leading) {
      if (text.compare(0, word.size(), word) == 0 && word.size() <= core.begin) begin = word.size();
      if (begin > 0) break;
    }
    for (const std::u32string& word : wordings_.deviant_leading) {
      if (text.compare(0, word.size(), word) != 0 || word.size() > core.begin) continue;
      begin = word.size();
      title.extra = line_.source(place_of(0, begin));
      break;
    }
    Span organ;
    if (begin < core.begin) organ = place_of(begin, core.begin);
    // The 年 or 年度 behind the year's digits is nobody's name.
    if (year != nullptr && organ.begin >= year->digits.end && organ.end <= year->degree) organ = {};

    const std::size_t tail = text.size() - core.end;
    if (tail > 0 && !read_tail(place_of(core.end, text.size()), text.substr(core.end), organ, reading))
      return std::nullopt;
    if (organ.empty()) {
      title.organ = {title.span.begin, title.span.begin};
    } else {
      organ.end = with_bracket(line_.text(), organ);
      title.organ = line_.source(organ);
      title.organ_name = without_blanks(line_.text().substr(organ.begin, organ.size()));
    }
    return reading;
  }

  /// What stands behind the core: a remark in brackets, the organ where none stands before, or a slip. False: this is
  /// no title.
  bool read_tail(Span place, std::u32string_view words, Span& organ, TitleReading& reading) const {
    const std::string_view before = line_.text().substr(0, place.begin);
    const bool bracket = ends_in_bracket(before);
    const bool deviant = std::any_of(wordings_.deviant_trailing.begin(), wordings_.deviant_trailing.end(),
                                     [&](const std::u32string& each) { return words == each; });
    if (deviant) {
      reading.title.extra = line_.source(place);
      return true;
    }
    if (bracket) return words.size() <= longest_remark;
    const bool own_line = last_ > 0 && place.begin >= last_;
    if (organ.empty() && own_line && words.size() >= 2 && words.size() <= longest_organ_line && reading.damage == 0) {
      organ = place;
      return true;
    }
    // "…年度报告解读" is another document; but a word or two may stand there by mistake.
    if (words.size() > longest_tail || reading.damage > 0) return false;
    reading.title.extra = line_.source(place);
    reading.damage += words.size();
    return true;
  }

  /// Whether `text` ends in an opening bracket, or in blanks.
  static bool ends_in_bracket(std::string_view text) {
    std::size_t at = text.size();
    if (at == 0) return false;
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    const char32_t c = code_point_at(text, at).value;
    return std::u32string_view(U"（(【〔[").find(c) != std::u32string_view::npos || is_blank(c);
  }

  /// The end of a name that may end in a bracket: 民政局（老龄工作委员会办公室）.
  static std::uint32_t with_bracket(std::string_view text, Span name) {
    const std::string_view inside = text.substr(name.begin, name.size());
    const CodePoint next = name.end < text.size() ? code_point_at(text, name.end) : CodePoint{};
    const bool open = inside.rfind("（") != std::string_view::npos || inside.find('(') != std::string_view::npos;
    return open && (next.value == U'）' || next.value == U')') ? name.end + next.length : name.end;
  }

  const OutlineWordings& wordings_;
  const MappedText& line_;
  std::size_t last_;
};

/// Whether a line may be a part of a title: the name of an organ, the rest of a wording.
bool may_belong(std::string_view text) {
  // 发布时间：…, 首页 > 公开: site furniture.
  if (text.find("：") != std::string_view::npos || text.find_first_of(":>|") != std::string_view::npos) return false;
  const std::string_view content = trim(text);
  if (content.substr(0, std::string_view("【").size()) == "【") return false;
  return !starts_with_enumerator(text);
}

}  // namespace

std::optional<Title> find_title(const std::vector<Block>& blocks, std::size_t limit,
                                const std::vector<std::size_t>& headings, const OutlineWordings& wordings,
                                std::vector<std::uint32_t>& title_blocks) {
  title_blocks.clear();
  limit = std::min(limit, blocks.size());
  // The lines that may belong to a title: no clause stands in one; a line that holds one is a sentence that names
  // the report.
  std::vector<const TextBlock*> lines(limit, nullptr);
  for (std::size_t i = 0; i < limit; ++i) {
    const auto* block = std::get_if<TextBlock>(&blocks[i]);
    if (block == nullptr || std::binary_search(headings.begin(), headings.end(), i)) continue;
    const std::string_view text = block->text.text();
    if (text.size() <= longest_title * 4 && !has_clause_mark(text)) lines[i] = block;
  }
  const auto parted_by_sentence = [&](std::size_t from, std::size_t to) {
    return std::any_of(blocks.begin() + static_cast<std::ptrdiff_t>(from),
                       blocks.begin() + static_cast<std::ptrdiff_t>(to), [](const Block& block) {
                         const auto* text = std::get_if<TextBlock>(&block);
                         return text != nullptr && text->text.text().find(full_stop) != std::string_view::npos;
                       });
  };
  struct Choice {
    TitleReading reading;
    std::size_t begin = 0;
    std::size_t end = 0;
    /// Fewer lines, of two that say the same: more would take a line beside it for a part of the organ's name.
    [[nodiscard]] auto worth() const { return std::make_tuple(reading.worth(), end - begin); }
  };
  std::optional<Choice> best;
  for (std::size_t begin = 0; begin < limit; ++begin) {
    MappedText line;
    for (std::size_t count = 1; count <= most_lines && begin + count <= limit; ++count) {
      const TextBlock* const next = lines[begin + count - 1];
      if (next == nullptr || (count > 1 && !may_belong(next->text.text()))) break;
      if (count == 2 && !may_belong(lines[begin]->text.text())) break;
      const std::size_t last = line.text().size();
      line.append(next->text);
      std::optional<TitleReading> reading = TitleReader(wordings, line, last).read();
      if (!reading) continue;
      Choice choice{std::move(*reading), begin, begin + count};
      if (best && best->worth() < choice.worth()) continue;
      // A web page names its reports in menus and links, and often repeats its own heading in the report: of titles
      // that are as good the last before the text begins.
      if (best && best->worth() == choice.worth()) {
        const bool after_heading = !headings.empty() && best->begin < headings.front() && headings.front() < begin;
        if (after_heading || parted_by_sentence(best->end, begin)) continue;
      }
      best = std::move(choice);
    }
  }
  if (!best) return std::nullopt;
  for (std::size_t i = best->begin; i < best->end; ++i) title_blocks.push_back(static_cast<std::uint32_t>(i));
  return std::move(best->reading.title);
}

}  // namespace gialint
