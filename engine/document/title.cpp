#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/document/wording.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/numerals.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_title = 80;  // folded code points, all lines together
constexpr std::size_t most_lines = 3;
constexpr std::size_t longest_organ_line = 30;
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

std::optional<CorePlace> find_core(std::u32string_view line, const std::vector<CoreWording>& cores) {
  for (const CoreWording& core : cores) {
    const std::size_t at = line.rfind(core.folded);
    if (at != std::u32string_view::npos) return CorePlace{&core, at, at + core.folded.size(), 0};
  }
  for (const CoreWording& core : cores) {
    // Damaged by a character or two; only the official wording, since every other is near to it.
    if (core.match != WordingMatch::official) continue;
    if (auto place = find_near(line, core, 2)) return place;
  }
  return std::nullopt;
}

/// The four digits directly before 年, at or before `limit`; the last such place.
std::optional<std::size_t> find_year(std::u32string_view line, std::size_t limit) {
  for (std::size_t at = std::min(limit, line.size()); at >= 5; --at) {
    if (line[at - 1] != U'年') continue;
    if (year_before(line, at - 1)) return at - 5;
  }
  return std::nullopt;
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

/// The title in `line`, when it is one: organ, year, core, and next to nothing behind it.
std::optional<Title> read_title(const MappedText& line, const std::vector<CoreWording>& cores) {
  const Folded folded = fold(line.text());
  if (folded.text.empty() || folded.text.size() > longest_title) return std::nullopt;
  const std::optional<CorePlace> core = find_core(folded.text, cores);
  if (!core) return std::nullopt;
  // "…年度报告（2023年）", "…年度报告解读"? Only a bracketed remark may follow.
  const std::size_t tail = folded.text.size() - core->end;
  const Span core_place = folded.place(core->begin, core->end);
  if (tail > 0) {
    const CodePoint next =
        core_place.end < line.text().size() ? code_point_at(line.text(), core_place.end) : CodePoint{};
    const bool remark = next.value == U'（' || next.value == U'(' || is_blank(next.value);
    if (!remark || tail > 12) return std::nullopt;
  }
  Title title;
  title.text = line;
  title.span = line.source();
  title.core = line.source(core_place);
  title.match = core->distance == 0 ? core->core->match : WordingMatch::altered;
  title.wording = core->core->text;

  std::size_t organ_begin = 0;
  std::size_t organ_end = core->begin;
  if (const std::optional<std::size_t> year = find_year(folded.text, core->begin)) {
    const Span digits = folded.place(*year, *year + 4);
    title.year_span = line.source(digits);
    title.year = year_before(folded.text, *year + 4);
    if (*year > 0) {
      organ_end = *year;
    } else {
      // 2023年某某局政府信息公开…: the organ stands behind the year.
      organ_begin = *year + 5;
      if (organ_begin < organ_end && folded.text[organ_begin] == U'度') ++organ_begin;
    }
  }
  if (organ_begin < organ_end) {
    const Span place = folded.place(organ_begin, organ_end);
    title.organ = line.source(place);
    title.organ_name = without_blanks(line.text().substr(place.begin, place.size()));
  } else {
    title.organ = {title.span.begin, title.span.begin};
  }
  if (!title.year) title.year_span = {title.core.begin, title.core.begin};
  return title;
}

/// Whether the title in `line`, which lacks the end of its core, goes on in `next`; it is then the whole one.
bool takes_rest(Title& title, const TextBlock& next, const std::vector<CoreWording>& cores) {
  if (title.match != WordingMatch::altered || title.core.end != title.span.end) return false;
  MappedText joined = title.text;
  joined.append(next.text);
  std::optional<Title> whole = read_title(joined, cores);
  if (!whole || whole->match == WordingMatch::altered || whole->core.end != whole->span.end) return false;
  title = std::move(*whole);
  return true;
}

}  // namespace

std::optional<Title> find_title(const std::vector<Block>& blocks, std::size_t limit,
                                const std::vector<std::size_t>& headings, const std::vector<CoreWording>& cores,
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
  // One line if one will do: a window of two would take the line above for a part of the organ's name.
  for (std::size_t count = 1; count <= most_lines; ++count) {
    std::optional<Title> best;
    std::size_t best_first = 0;
    std::size_t best_end = 0;
    for (std::size_t begin = 0; begin + count <= limit; ++begin) {
      MappedText line;
      bool usable = true;
      for (std::size_t i = begin; usable && i < begin + count; ++i) {
        usable = lines[i] != nullptr;
        if (usable) line.append(lines[i]->text);
      }
      if (!usable) continue;
      std::optional<Title> title = read_title(line, cores);
      if (!title) continue;
      std::size_t first = begin;
      // The organ may have a line of its own above.
      if (title->organ.empty() && begin > 0 && lines[begin - 1] != nullptr) {
        const std::string_view above = lines[begin - 1]->text.text();
        // 发布时间：…, 来源：…: site furniture, no name.
        const bool furniture = above.find("：") != std::string_view::npos || above.find(':') != std::string_view::npos;
        if (!furniture && !starts_with_enumerator(above) && fold_text(above).size() <= longest_organ_line) {
          MappedText joined = lines[begin - 1]->text;
          joined.append(line);
          if (std::optional<Title> longer = read_title(joined, cores)) {
            title = std::move(longer);
            first = begin - 1;
          }
        }
      }
      // A web page names its reports in menus and links, and often repeats its own heading in the report: the title is
      // the one with a year, and of several the last before the text begins.
      if (best) {
        const bool after_heading = !headings.empty() && best_first < headings.front() && headings.front() < begin;
        const bool better = title->year.has_value() && !best->year.has_value();
        const bool worse = best->year.has_value() && !title->year.has_value();
        if (after_heading || worse || (!better && parted_by_sentence(best_end, first))) continue;
      }
      best = std::move(title);
      best_first = first;
      best_end = begin + count;
    }
    if (!best) continue;
    // A narrow page breaks the core itself: what it lacks begins the next line.
    if (best_end < limit && lines[best_end] != nullptr && takes_rest(*best, *lines[best_end], cores)) ++best_end;
    for (std::size_t i = best_first; i < best_end; ++i) title_blocks.push_back(static_cast<std::uint32_t>(i));
    return best;
  }
  return std::nullopt;
}

}  // namespace gialint
