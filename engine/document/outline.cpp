#include "engine/document/outline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/document/run_on_text.hpp"
#include "engine/document/wording.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

// How much a candidate heading departs from "三、收到和处理…" on a line of its own. A section is taken to be missing
// rather than found at a cost of `cost_of_missing`; the differences below say what may come together under it.
constexpr double cost_of_missing = 0.9;
constexpr double cost_deviant = 0.25;           // a known wrong wording: still clearly meant
constexpr double cost_altered = 0.3;            // no known wording: plus its distance
constexpr double cost_glued = 0.15;             // the sentence goes on after the title
constexpr double cost_unnumbered = 0.3;         // only a whole line, and only a known wording
constexpr double cost_unnumbered_marked = 0.1;  // … but the format marks it as a heading
constexpr double cost_bracket = 0.4;            // （三） is the style of sub-headings
constexpr double cost_wrong_number = 0.3;       // 五、 before the title of section 三
constexpr double cost_contents = 0.5;           // a line of a table of contents
constexpr double cost_by_place = 0.6;           // the right number, and words of the section among others
constexpr double cost_stray = 0.15;             // letters that do not belong there
constexpr double cost_behind_sentence = 0.3;    // at the end of a paragraph
constexpr double cost_out_of_order = 0.35;      // the most that a heading may cost that stands out of order

// A heading in other words is short all the same.
constexpr std::size_t longest_other_wording = 30;

struct Numeral {
  NumeralStyle style = NumeralStyle::none;
  std::size_t begin = 0;  // byte where it begins: stray letters may stand before it
  std::optional<int> number;
  std::size_t end = 0;       // byte after numeral and separator, blanks included
  std::size_t mark_end = 0;  // byte after the separator
};

struct Candidate {
  std::size_t block = 0;
  const SectionWording* wording = nullptr;
  Numeral numeral;
  Span numeral_in_text;
  Span title_in_text;
  WordingMatch match = WordingMatch::official;
  bool glued = false;
  bool alone = true;
  bool by_place = false;
  Span stray;
  double cost = 0;
};

bool is_one_of(char32_t code_point, std::u32string_view set) {
  return set.find(code_point) != std::u32string_view::npos;
}

bool is_ordinal_character(char32_t c) {
  return is_ascii_digit(c) || (c >= U'０' && c <= U'９') || is_one_of(c, U"〇零一二三四五六七八九十");
}

/// The numeral at the start of a heading. Style none when there is none.
Numeral read_numeral(std::string_view text) {
  std::size_t at = 0;
  const auto peek = [&] { return at < text.size() ? code_point_at(text, at) : CodePoint{0, 0}; };
  const auto skip_blanks = [&] {
    while (at < text.size() && is_blank(peek().value)) at += peek().length;
  };
  // Emphasis and heading marks that a plain text kept.
  while (at < text.size() && (text[at] == '*' || text[at] == '#')) ++at;
  skip_blanks();
  const std::size_t begin = at;
  Numeral numeral;
  const bool part = peek().value == U'第';
  if (part) at += peek().length;
  const bool bracket = is_one_of(peek().value, U"（(【〔[");
  if (bracket) at += peek().length;
  skip_blanks();
  const std::size_t ordinal = at;
  const bool roman = peek().value >= U'Ⅰ' && peek().value <= U'Ⅻ';
  if (roman) {
    numeral.number = static_cast<int>(peek().value - U'Ⅰ') + 1;
    at += peek().length;
  } else {
    while (at < text.size() && is_ordinal_character(peek().value)) at += peek().length;
    const std::string_view digits = text.substr(ordinal, at - ordinal);
    numeral.number = read_ordinal(digits);
    // 三三、: one numeral that was typed twice.
    const std::size_t half = digits.size() / 2;
    if (!numeral.number && half > 0 && digits.substr(0, half) == digits.substr(half))
      numeral.number = read_ordinal(digits.substr(half));
  }
  if (!numeral.number) return {};
  numeral.begin = begin;
  const bool ascii = is_ascii_digit(text[ordinal]);
  const bool wide = code_point_at(text, ordinal).value >= U'０' && code_point_at(text, ordinal).value <= U'９';
  const std::size_t ordinal_end = at;
  skip_blanks();
  bool separated = at > ordinal_end;
  if (bracket) {
    if (!is_one_of(peek().value, U"）)】〕]")) return {};
    at += peek().length;
    numeral.style = NumeralStyle::bracket;
    separated = true;
  } else if (part) {
    // 第三部分, 第三节, 第三章: one or two characters that say what it is the third of.
    const std::string_view rest = text.substr(at);
    constexpr std::array<std::string_view, 3> kinds = {"部分", "章", "节"};
    const auto* const kind =
        std::find_if(kinds.begin(), kinds.end(), [&](std::string_view each) { return rest.starts_with(each); });
    if (kind == kinds.end()) return {};
    at += kind->size();
    numeral.style = NumeralStyle::part;
    separated = true;
  } else {
    numeral.style = ascii || wide || roman ? NumeralStyle::digit : NumeralStyle::comma;
  }
  numeral.mark_end = bracket || part ? at : ordinal_end;
  skip_blanks();
  if (is_one_of(peek().value, U"、．.，,：:")) {
    at += peek().length;
    numeral.mark_end = at;
  } else if (!separated && numeral.style == NumeralStyle::digit) {
    return {};  // "2023年": a figure without a mark or a blank behind it is no heading's numeral
  }
  skip_blanks();
  numeral.end = at;
  if (begin >= numeral.end) return {};
  return numeral;
}

/// One or two Latin letters in front of a numeral, bytes [0, end): a key that was hit by mistake. 0 when there are
/// none.
std::size_t stray_letters(std::string_view text) {
  constexpr std::size_t most = 2;
  std::size_t end = 0;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (end < std::min(text.size(), most) && is_letter(text[end])) ++end;
  return end;
}

/// `text` without a bracketed remark at its end: 三、…情况（见下表）.
std::string_view without_remark(std::string_view text) {
  const std::string_view content = trim(text);
  for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
    const std::size_t begin = content.rfind(open);
    if (content.ends_with(close) && begin != std::string_view::npos && begin > 0) return content.substr(0, begin);
  }
  return content;
}

std::size_t numeral_begin(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == '*' || text[at] == '#' || is_blank(code_point_at(text, at).value))) {
    at += code_point_at(text, at).length;
  }
  return at;
}

/// The bytes of `text`, from `from` on, that gave the first `count` folded code points.
Span title_place(const Folded& folded, std::size_t from, std::size_t count) {
  const Span place = folded.place(0, count);
  const auto shift = static_cast<std::uint32_t>(from);
  return {place.begin + shift, place.end + shift};
}

/// Compares lines with the wordings of section titles.
class HeadingMatcher {
 public:
  explicit HeadingMatcher(const OutlineWordings& wordings);
  void match(const TextBlock& block, std::size_t index, std::vector<Candidate>& out) const;

 private:
  /// The section with that number, when `text` has words that its titles alone have, and none of another section's.
  [[nodiscard]] const SectionWording* in_other_words(std::u32string_view text, int number) const;

  const OutlineWordings& wordings_;
};

}  // namespace

OutlineWordings::OutlineWordings(const std::vector<Edition>& editions) {
  const auto add = [&](const FormSection& section, const std::string& text, WordingMatch match) {
    SectionWording wording{fold_text(text), text, section.id, section.order, match};
    if (wording.folded.empty() || !by_text.emplace(wording.folded, sections.size()).second) return;
    longest_section = std::max(longest_section, wording.folded.size());
    sections.push_back(std::move(wording));
  };
  const auto add_core = [&](const std::string& text, WordingMatch match) {
    std::u32string folded = fold_text(text);
    const bool known =
        std::any_of(cores.begin(), cores.end(), [&](const CoreWording& core) { return core.folded == folded; });
    if (!folded.empty() && !known) cores.push_back({std::move(folded), text, match});
  };
  // Titles first, then what is accepted, then what deviates: a wording that is one section's title is no other's
  // deviation.
  for (const Edition& edition : editions) {
    for (const FormSection& section : edition.sections) add(section, section.title, WordingMatch::official);
    add_core(edition.title_core, WordingMatch::official);
  }
  for (const Edition& edition : editions) {
    for (const FormSection& section : edition.sections) {
      for (const std::string& text : section.accepted) add(section, text, WordingMatch::accepted);
    }
  }
  for (const Edition& edition : editions) {
    for (const FormSection& section : edition.sections) {
      for (const std::string& text : section.deviant) add(section, text, WordingMatch::deviant);
    }
    for (const std::string& text : edition.deviant_cores) add_core(text, WordingMatch::deviant);
  }
  std::vector<std::u32string> shared;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    for (std::size_t at = 0; at + 1 < sections[i].folded.size(); ++at) {
      const std::u32string pair = sections[i].folded.substr(at, 2);
      const auto [known, is_new] = telling.emplace(pair, i);
      if (!is_new && sections[known->second].section != sections[i].section) shared.push_back(pair);
    }
  }
  for (const std::u32string& pair : shared) telling.erase(pair);
  const auto add_words = [](const std::vector<std::string>& words, std::vector<std::u32string>& out) {
    for (const std::string& word : words) {
      std::u32string folded = fold_text(word);
      if (!folded.empty() && std::find(out.begin(), out.end(), folded) == out.end()) out.push_back(std::move(folded));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const std::u32string& a, const std::u32string& b) { return a.size() > b.size(); });
  };
  for (const Edition& edition : editions) {
    add_words(edition.title_leading, leading);
    add_words(edition.deviant_title_leading, deviant_leading);
    add_words(edition.deviant_title_trailing, deviant_trailing);
  }
  std::stable_sort(cores.begin(), cores.end(),
                   [](const CoreWording& a, const CoreWording& b) { return a.folded.size() > b.folded.size(); });
}

namespace {

HeadingMatcher::HeadingMatcher(const OutlineWordings& wordings) : wordings_(wordings) {}

void HeadingMatcher::match(const TextBlock& block, std::size_t index, std::vector<Candidate>& out) const {
  const std::string_view text = block.text.text();
  Numeral numeral = read_numeral(text);
  std::size_t stray = numeral.style == NumeralStyle::none ? stray_letters(text) : 0;
  if (stray > 0) {
    numeral = read_numeral(text.substr(stray));
    if (numeral.style == NumeralStyle::comma) {
      numeral.begin += stray;
      numeral.end += stray;
      numeral.mark_end += stray;
    } else {
      numeral = {};
      stray = 0;
    }
  }
  const bool numbered = numeral.style != NumeralStyle::none;
  const bool marked = block.heading_level > 0;
  // Folding is the dear part: a line without a numeral is a heading only as a whole, so it must be short.
  const std::size_t most_bytes = (wordings_.longest_section + 8) * 4;
  if (!numbered && text.size() > most_bytes) return;
  const std::size_t from = numbered ? numeral.end : numeral_begin(text);
  const std::string_view rest = text.substr(from, most_bytes);
  // Cutting at a byte count may split a character; fold() takes the stray bytes for U+FFFD, which it drops.
  const Folded folded = fold(rest);
  const bool whole = from + rest.size() == text.size();
  if (folded.text.empty()) return;

  Candidate best;
  best.cost = cost_of_missing;
  const auto offer = [&](const SectionWording& wording, std::size_t length, WordingMatch match, double cost,
                         bool glued) {
    if (match == WordingMatch::deviant) cost += cost_deviant;
    if (glued) cost += cost_glued;
    if (stray > 0) cost += cost_stray;
    if (!numbered) cost += marked ? cost_unnumbered_marked : cost_unnumbered;
    if (numeral.style == NumeralStyle::bracket) cost += cost_bracket;
    if (numbered && numeral.number != wording.order) cost += cost_wrong_number;
    if (cost >= best.cost) return false;
    best.block = index;
    best.wording = &wording;
    best.numeral = numeral;
    const auto begin = static_cast<std::uint32_t>(numbered ? numeral.begin : numeral_begin(text));
    best.title_in_text = title_place(folded, from, length);
    best.numeral_in_text = numbered ? Span{begin, static_cast<std::uint32_t>(numeral.mark_end)}
                                    : Span{best.title_in_text.begin, best.title_in_text.begin};
    best.stray = {0, static_cast<std::uint32_t>(stray)};
    best.match = match;
    best.glued = glued;
    best.alone = true;
    best.cost = cost;
    return true;
  };

  if (whole) {
    if (const auto found = wordings_.by_text.find(folded.text); found != wordings_.by_text.end()) {
      const SectionWording& wording = wordings_.sections[found->second];
      offer(wording, folded.text.size(), wording.match, 0, false);
    } else if (const std::string_view title = without_remark(rest); title.size() < trim(rest).size()) {
      const std::u32string bare = fold_text(title);
      if (const auto known = wordings_.by_text.find(bare); known != wordings_.by_text.end()) {
        const SectionWording& wording = wordings_.sections[known->second];
        offer(wording, bare.size(), wording.match, 0, false);
      }
    }
  }
  if (best.wording == nullptr && numbered && stray == 0) {
    const bool short_line = whole && !has_clause_mark(rest);
    for (const SectionWording& wording : wordings_.sections) {
      const std::size_t length = wording.folded.size();
      if (folded.text.size() > length && folded.text.compare(0, length, wording.folded) == 0 &&
          wording.match != WordingMatch::deviant) {
        // Something stands between title and sentence, or the whole is one sentence that merely begins so.
        const Span title = title_place(folded, from, length);
        const CodePoint next = title.end < text.size() ? code_point_at(text, title.end) : CodePoint{};
        const bool parted = next.length > 0 && !is_word(next.value);
        const bool year = next.value >= U'0' && next.value <= U'9';
        const bool own_numeral = numeral.style == NumeralStyle::comma && numeral.number == wording.order;
        if ((parted || year || own_numeral) &&
            offer(wording, length, wording.match, parted || year ? 0 : cost_glued, true))
          best.alone = parted;
      }
      // A distance that a slip of the hand explains; known deviations have to match to the letter.
      if (!short_line || wording.match == WordingMatch::deviant || length < 4) continue;
      const std::size_t limit = std::max<std::size_t>(1, length / 5);
      const std::size_t longer = std::max(length, folded.text.size());
      if (longer - std::min(length, folded.text.size()) > limit) continue;
      const std::size_t distance = edit_distance(folded.text, wording.folded, limit);
      if (distance > limit) continue;
      offer(wording, folded.text.size(), WordingMatch::altered,
            cost_altered + static_cast<double>(distance) / static_cast<double>(length), false);
    }
    if (best.wording == nullptr && short_line && folded.text.size() <= longest_other_wording &&
        numeral.style != NumeralStyle::bracket) {
      const SectionWording* const wording = in_other_words(folded.text, *numeral.number);
      best.by_place =
          wording != nullptr && offer(*wording, folded.text.size(), WordingMatch::altered, cost_by_place, false);
    }
  }
  if (best.wording != nullptr) out.push_back(best);
}

const SectionWording* HeadingMatcher::in_other_words(std::u32string_view text, int number) const {
  const SectionWording* found = nullptr;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto telling = wordings_.telling.find(std::u32string(text.substr(i, 2)));
    if (telling == wordings_.telling.end()) continue;
    const SectionWording& wording = wordings_.sections[telling->second];
    if (wording.order != number) return nullptr;
    found = &wording;
  }
  return found;
}

/// Lines of a table of contents: headings one after the other with nothing between them, which come again later.
void mark_contents(std::vector<Candidate>& candidates) {
  std::map<std::string_view, std::size_t> last_of;  // of each section
  for (std::size_t i = 0; i < candidates.size(); ++i) last_of[candidates[i].wording->section] = i;
  const auto follows = [&](std::size_t i) { return candidates[i].block == candidates[i - 1].block + 1; };
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    while (end < candidates.size() && follows(end)) ++end;
    if (end - begin >= 3) {
      // No table of contents names a section twice in a row: the lines that do are one.
      for (std::size_t i = begin; i < end;) {
        const std::string& section = candidates[i].wording->section;
        std::size_t behind = i + 1;
        while (behind < end && candidates[behind].wording->section == section) ++behind;
        const bool comes_again = last_of[section] >= behind;
        for (; i < behind; ++i) candidates[i].cost += comes_again ? cost_contents : 0.0;
      }
    }
    begin = end;
  }
}

/// Where headings of another style are plainly the sections, （二） and 2. are sub-headings: unless it is the only
/// heading for its section, and the right one. And a heading in other words is one only in the style of the others.
void drop_sub_headings(std::vector<Candidate>& candidates) {
  const auto orders_of = [&](auto has_style) {
    std::vector<int> orders;
    for (const Candidate& each : candidates) {
      if (has_style(each.numeral.style) && each.cost < cost_of_missing / 2) orders.push_back(each.wording->order);
    }
    std::sort(orders.begin(), orders.end());
    orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
    return orders;
  };
  const std::vector<int> official =
      orders_of([](NumeralStyle style) { return style == NumeralStyle::comma || style == NumeralStyle::part; });
  const std::vector<int> unbracketed = orders_of([](NumeralStyle style) { return style != NumeralStyle::bracket; });
  const std::vector<int> digits = orders_of([](NumeralStyle style) { return style == NumeralStyle::digit; });
  const auto is_right = [](const Candidate& each) {
    return each.match != WordingMatch::deviant && each.match != WordingMatch::altered && !each.glued &&
           each.numeral.number == each.wording->order;
  };
  const auto is_sub_heading = [&](const Candidate& each) {
    const auto is_in = [&](const std::vector<int>& orders) {
      return std::binary_search(orders.begin(), orders.end(), each.wording->order);
    };
    switch (each.numeral.style) {
      case NumeralStyle::bracket:
        return unbracketed.size() >= 2 && (!is_right(each) || is_in(unbracketed));
      case NumeralStyle::digit:
        return official.size() >= 2 ? is_in(official) || each.by_place : each.by_place && digits.size() < 2;
      default:
        return each.by_place && official.size() < 2;
    }
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), is_sub_heading), candidates.end());
}

/// The candidates that are taken: a chain in the form's order that recognises most at least cost, then those that can
/// only stand out of order. In the order of the text.
std::vector<std::pair<Candidate, bool>> choose(const std::vector<Candidate>& candidates) {
  const std::size_t count = candidates.size();
  std::vector<double> worth(count);
  std::vector<std::size_t> before(count, count);
  std::size_t last = count;
  std::map<int, std::size_t> best_of;  // the first of most worth, by its order: a form has few
  for (std::size_t i = 0; i < count; ++i) {
    const double own = cost_of_missing - candidates[i].cost;
    const int order = candidates[i].wording->order;
    for (const auto& [earlier, best] : best_of) {
      if (earlier >= order) break;
      const std::size_t so_far = before[i];
      const double most = so_far == count ? 0.0 : worth[so_far];
      if (worth[best] > most || (so_far != count && worth[best] == most && best < so_far)) before[i] = best;
    }
    worth[i] = own + (before[i] == count ? 0.0 : worth[before[i]]);
    const auto [of_order, first] = best_of.emplace(order, i);
    if (!first && worth[i] > worth[of_order->second]) of_order->second = i;
    if (own > 0 && (last == count || worth[i] > worth[last])) last = i;
  }
  std::vector<std::pair<Candidate, bool>> chosen;
  std::vector<std::string> sections;
  for (std::size_t i = last; i < count; i = before[i]) {
    chosen.emplace_back(candidates[i], true);
    sections.push_back(candidates[i].wording->section);
  }
  for (const Candidate& each : candidates) {
    if (each.cost > cost_out_of_order) continue;
    if (std::find(sections.begin(), sections.end(), each.wording->section) != sections.end()) continue;
    sections.push_back(each.wording->section);
    chosen.emplace_back(each, false);
  }
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first.block < b.first.block; });
  return chosen;
}

/// A grid row that holds one thing only, or a numeral and one thing, may be a heading between two tables: it becomes a
/// text block.
std::vector<Block> part_headings_from_grids(std::vector<Block> blocks, const HeadingMatcher& matcher) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  std::vector<Candidate> found;
  for (Block& block : blocks) {
    auto* grid = std::get_if<Grid>(&block);
    if (grid == nullptr) {
      out.push_back(std::move(block));
      continue;
    }
    Grid part;
    part.shared_depth = grid->shared_depth;
    const auto flush = [&] {
      if (part.rows.empty()) return;
      part.span = hull(part.rows.front().span, part.rows.back().span);
      out.emplace_back(std::move(part));
      part = Grid{};
      part.shared_depth = grid->shared_depth;
    };
    for (GridRow& row : grid->rows) {
      TextBlock line;
      line.shared_depth = grid->shared_depth;
      std::size_t filled = 0;
      for (const GridCell& cell : row.cells) {
        if (cell.text.empty()) continue;
        line.text.append(cell.text);
        line.span = ++filled == 1 ? cell.span : hull(line.span, cell.span);
      }
      found.clear();
      if (filled == 1 || filled == 2) {
        if (read_numeral(line.text.text()).style != NumeralStyle::none) matcher.match(line, 0, found);
        if (!found.empty() && found.front().cost < cost_of_missing / 2) {
          flush();
          out.emplace_back(std::move(line));
          continue;
        }
      }
      part.rows.push_back(std::move(row));
    }
    flush();
  }
  return out;
}

/// A heading that is the last thing of a paragraph becomes a line of its own: "…如有疑问，请与我局联系。一、总体情况".
std::vector<Block> part_headings_from_paragraphs(std::vector<Block> blocks, const HeadingMatcher& matcher,
                                                 std::size_t longest) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  std::vector<Candidate> found;
  for (Block& each : blocks) {
    out.push_back(std::move(each));
    auto* const block = std::get_if<TextBlock>(&out.back());
    if (block == nullptr) continue;
    const std::string_view text = block->text.text();
    // Behind the last mark that ends a sentence, near the end.
    const std::size_t from = text.size() - std::min(text.size(), (longest + 8) * 3);
    std::size_t cut = 0;
    for (const std::string_view mark : {"。", "！", "？", "）", ")"}) {
      const std::size_t at = text.rfind(mark);
      if (at != std::string_view::npos && at >= from) cut = std::max(cut, at + mark.size());
    }
    if (cut == 0 || cut == text.size() || read_numeral(text.substr(cut)).style != NumeralStyle::comma) continue;
    TextBlock heading;
    heading.text = block->text.sub({static_cast<std::uint32_t>(cut), static_cast<std::uint32_t>(text.size())});
    heading.span = heading.text.source();
    found.clear();
    matcher.match(heading, 0, found);
    const bool exact = !found.empty() && found.front().match != WordingMatch::altered && !found.front().glued &&
                       found.front().numeral.number == found.front().wording->order;
    if (!exact) continue;
    block->text = block->text.sub({0, static_cast<std::uint32_t>(cut)});
    block->span.end = block->text.source().end;
    out.emplace_back(std::move(heading));
  }
  return out;
}

/// Whether the block stands behind another one on the same line.
bool stands_behind(const std::vector<Block>& blocks, std::size_t index) {
  if (index == 0) return false;
  const auto* const before = std::get_if<TextBlock>(&blocks[index - 1]);
  const auto* const block = std::get_if<TextBlock>(&blocks[index]);
  return before != nullptr && block != nullptr && before->span.end == block->span.begin && !block->after_blank;
}

/// A heading that a margin broke: a numbered line that is no heading by itself and is one, to the letter, with the
/// next.
std::optional<TextBlock> joined_heading(const Block& block, const Block& next, const HeadingMatcher& matcher,
                                        std::size_t longest) {
  const auto* first = std::get_if<TextBlock>(&block);
  const auto* second = std::get_if<TextBlock>(&next);
  if (first == nullptr || second == nullptr) return std::nullopt;
  const std::string_view text = first->text.text();
  if (text.size() + second->text.text().size() > (longest + 8) * 4 || second->heading_level > 0) return std::nullopt;
  if (read_numeral(text).style == NumeralStyle::none || has_clause_mark(text)) return std::nullopt;
  std::vector<Candidate> found;
  matcher.match(*first, 0, found);
  if (!found.empty() && found.front().match != WordingMatch::altered) return std::nullopt;
  found.clear();
  TextBlock joined = *first;
  joined.text.append(second->text);
  joined.before_picture = second->before_picture;
  joined.span = hull(first->span, second->span);
  matcher.match(joined, 0, found);
  if (found.empty() || found.front().glued || found.front().match == WordingMatch::altered) return std::nullopt;
  return joined;
}

/// Broken headings are put together again.
std::vector<Block> join_broken_headings(std::vector<Block> blocks, const HeadingMatcher& matcher, std::size_t longest) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::optional<TextBlock> joined;
    if (i + 1 < blocks.size()) joined = joined_heading(blocks[i], blocks[i + 1], matcher, longest);
    if (joined) {
      out.emplace_back(*std::move(joined));
      ++i;
    } else {
      out.push_back(std::move(blocks[i]));
    }
  }
  return out;
}

/// The block after the report's last one. Where the format nests, what stands outside of the container that holds all
/// section headings is the page around the report: its footer, its links.
std::size_t end_of_report(const std::vector<Block>& blocks, const std::vector<std::size_t>& headings) {
  if (headings.size() < 2) return blocks.size();
  const auto depth_at = [&](std::size_t i) {
    return std::visit([](const auto& each) { return each.shared_depth; }, blocks[i]);
  };
  std::uint16_t container = depth_at(headings.back());
  for (std::size_t i = headings.front() + 1; i < headings.back(); ++i) container = std::min(container, depth_at(i));
  std::size_t end = headings.back() + 1;
  while (end < blocks.size() && depth_at(end) >= container) ++end;
  return end;
}

Section make_section(const Candidate& candidate, const TextBlock& block, bool in_order, bool behind) {
  Section section;
  section.id = candidate.wording->section;
  section.order = candidate.wording->order;
  section.numeral = block.text.source(candidate.numeral_in_text);
  section.title = block.text.source(candidate.title_in_text);
  section.heading = hull(section.numeral, section.title);
  section.line = hull({block.span.begin, block.span.begin}, section.heading);
  section.style = candidate.numeral.style;
  section.number = candidate.numeral.number;
  section.level = block.heading_level;
  section.match = candidate.match;
  section.wording = candidate.wording->text;
  section.before_picture = block.before_picture;
  section.in_order = in_order;
  section.alone = candidate.alone && !behind;
  if (!candidate.stray.empty()) section.stray = block.text.source(candidate.stray);
  return section;
}

/// Whether a heading that was not taken names its section as plainly as `taken` does: in the form's words, numbered or
/// marked in the same way, and no line of a table of contents.
bool repeats(const Candidate& other, const Candidate& taken, const std::vector<Block>& blocks) {
  const auto level = [&](const Candidate& each) { return std::get<TextBlock>(blocks[each.block]).heading_level; };
  const bool plain = (other.match == WordingMatch::official || other.match == WordingMatch::accepted) && !other.glued;
  if (!plain || other.wording->section != taken.wording->section || other.cost >= cost_contents) return false;
  if (other.numeral.style != taken.numeral.style) return false;
  return other.numeral.style != NumeralStyle::none || (level(other) > 0 && level(other) == level(taken));
}

}  // namespace

std::string_view style_name(NumeralStyle style) {
  switch (style) {
    case NumeralStyle::none:
      return "none";
    case NumeralStyle::comma:
      return "comma";
    case NumeralStyle::digit:
      return "digit";
    case NumeralStyle::bracket:
      return "bracket";
    case NumeralStyle::part:
      break;
  }
  return "part";
}

std::string_view match_name(WordingMatch match) {
  switch (match) {
    case WordingMatch::official:
      return "official";
    case WordingMatch::accepted:
      return "accepted";
    case WordingMatch::deviant:
      return "deviant";
    case WordingMatch::altered:
      break;
  }
  return "altered";
}

OutlineReader::OutlineReader(const std::vector<Edition>& editions)
    : wordings_(std::make_shared<const OutlineWordings>(editions)) {}

const Section* Outline::section(std::string_view id) const {
  const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& each) { return each.id == id; });
  return found == sections.end() ? nullptr : &*found;
}

Outline OutlineReader::read(std::vector<Block> blocks) const {
  const HeadingMatcher matcher(*wordings_);
  Outline outline;
  outline.blocks =
      join_broken_headings(part_headings_from_grids(part_run_on_text(std::move(blocks), *wordings_), matcher), matcher,
                           wordings_->longest_section);
  outline.blocks = part_headings_from_paragraphs(std::move(outline.blocks), matcher, wordings_->longest_section);

  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < outline.blocks.size(); ++i) {
    if (const auto* block = std::get_if<TextBlock>(&outline.blocks[i])) matcher.match(*block, i, candidates);
  }
  for (Candidate& each : candidates) {
    if (stands_behind(outline.blocks, each.block)) each.cost += cost_behind_sentence;
  }
  drop_sub_headings(candidates);
  mark_contents(candidates);
  const auto chosen = choose(candidates);

  // The title stands before the second section: PDF text may put the first heading above it.
  const std::size_t limit = chosen.size() > 1 ? chosen[1].first.block : outline.blocks.size();
  std::vector<std::size_t> headings;
  headings.reserve(chosen.size());
  for (const auto& [candidate, in_order] : chosen) headings.push_back(candidate.block);
  outline.title = find_title(outline.blocks, limit, headings, *wordings_, outline.title_blocks);

  const std::size_t block_count = end_of_report(outline.blocks, headings);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const Candidate& candidate = chosen[i].first;
    const auto& block = std::get<TextBlock>(outline.blocks[candidate.block]);
    Section section = make_section(candidate, block, chosen[i].second, stands_behind(outline.blocks, candidate.block));
    const std::size_t next = i + 1 < chosen.size() ? chosen[i + 1].first.block : block_count;
    for (const Candidate& other : candidates) {
      if (other.block == candidate.block || !repeats(other, candidate, outline.blocks)) continue;
      section.repeats.push_back(std::get<TextBlock>(outline.blocks[other.block]).text.source(other.title_in_text));
    }
    section.position = static_cast<std::uint32_t>(i);
    section.first_block = static_cast<std::uint32_t>(candidate.block + 1);
    section.block_count = static_cast<std::uint32_t>(next - candidate.block - 1);
    outline.sections.push_back(std::move(section));
  }
  const auto block_span = [](const Block& block) {
    return std::visit([](const auto& each) { return each.span; }, block);
  };
  const std::uint32_t text_end = block_count == 0 ? 0 : block_span(outline.blocks[block_count - 1]).end;
  for (std::size_t i = 0; i < outline.sections.size(); ++i) {
    Section& section = outline.sections[i];
    const std::uint32_t end = i + 1 < outline.sections.size() ? outline.sections[i + 1].line.begin : text_end;
    section.body = {section.heading.end, std::max(section.heading.end, end)};
  }
  outline.first_block = 0;
  if (!outline.title_blocks.empty()) outline.first_block = outline.title_blocks.front();
  if (!outline.sections.empty()) {
    const std::uint32_t first_heading = outline.sections.front().first_block - 1;
    if (outline.title_blocks.empty()) {
      outline.first_block = 0;
    } else if (first_heading < outline.first_block) {
      // A title behind the first heading: what has a sentence before that heading is the preface.
      const auto is_sentence = [](const Block& block) {
        const auto* const text = std::get_if<TextBlock>(&block);
        return text != nullptr && ends_with_punctuation(text->text.text()) && has_clause_mark(text->text.text());
      };
      const auto end = outline.blocks.begin() + first_heading;
      outline.first_block =
          static_cast<std::uint32_t>(std::find_if(outline.blocks.begin(), end, is_sentence) - outline.blocks.begin());
    }
  }
  return outline;
}

}  // namespace gialint
