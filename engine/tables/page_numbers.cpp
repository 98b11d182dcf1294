#include "engine/tables/page_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t longest_page_number = 48;  // bytes: "第 １２ 页，共 １８ 页"
constexpr int most_pages = 999;
// A page holds more lines than this; bare numbers nearer to each other number something else.
constexpr std::size_t fewest_lines = 8;

// Bare numbers that are none may stand between two pages, but not many.
constexpr std::size_t most_between = 64;

struct PageNumber {
  int number = 0;
  char32_t mark = U'\0';  ///< its first dash or word; none: bare
};

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_digit(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool is_marked(std::string_view text, const std::vector<std::u32string>& marks) {
  std::u32string plain;
  for (const char32_t c : fold_text(text)) {
    const bool digit = c >= U'0' && c <= U'9';
    if (!digit || plain.empty() || plain.back() != U'0') plain += digit ? U'0' : c;
  }
  return std::find(marks.begin(), marks.end(), plain) != marks.end();
}

bool is_dash(char c) { return c == '-'; }

std::optional<PageNumber> page_number(std::string_view text, const std::vector<std::u32string>& marks) {
  if (text.size() > longest_page_number || !has_digit(text)) return std::nullopt;
  if (is_han(code_point_at(text, 0).value)) {
    return is_marked(text, marks) ? std::optional(PageNumber{1, code_point_at(text, 0).value}) : std::nullopt;
  }
  std::string plain;
  bool apart = false;
  for (const char32_t c : to_utf32(to_nfkc(text))) {
    if (is_blank(c)) {
      apart = true;
      continue;
    }
    const bool dash = c == U'-' || c == U'\u2013' || c == U'\u2014' || c == U'\u2015' || c == U'\u2212';
    if (!dash && !(c >= U'0' && c <= U'9')) return std::nullopt;
    const char next = dash ? '-' : static_cast<char>(c);
    if (apart && !plain.empty() && !is_dash(next) && !is_dash(plain.back())) return std::nullopt;  // "0 1 0"
    plain += next;
    apart = false;
  }
  const auto digits_begin = std::find_if_not(plain.begin(), plain.end(), is_dash);
  const auto digits_end = std::find_if(digits_begin, plain.end(), is_dash);
  const auto before = digits_begin - plain.begin();
  const auto after = plain.end() - digits_end;
  if (before != after || !std::all_of(digits_end, plain.end(), is_dash)) return std::nullopt;
  PageNumber page;
  if (before > 0) page.mark = code_point_at(text, 0).value;
  const char* const first = plain.data() + before;
  const char* const last = plain.data() + plain.size() - after;
  const auto [end, error] = std::from_chars(first, last, page.number);
  if (error != std::errc() || end != last || page.number > most_pages) return std::nullopt;
  return page;
}

bool begins_page(const std::vector<Block>& blocks, std::size_t block) {
  const auto* text = block < blocks.size() ? std::get_if<TextBlock>(&blocks[block]) : nullptr;
  return text != nullptr && text->new_page;
}

/// A bare number at a page's edge.
struct AtEdge {
  std::size_t block = 0;
  int number = 0;
  int pages = 0;  ///< that have begun before it
};

/// Whether they number the pages they stand on: all by the same count, and a single one from 1 on.
bool count_up(const std::vector<AtEdge>& edges) {
  if (edges.empty()) return false;
  if (edges.size() == 1) return edges.front().number == edges.front().pages + 1;
  const int first = edges.front().number - edges.front().pages;
  return std::all_of(edges.begin(), edges.end(),
                     [&](const AtEdge& each) { return each.number > 0 && each.number - each.pages == first; }) &&
         edges.front().pages < edges.back().pages;
}

}  // namespace

std::vector<std::size_t> find_page_numbers(const std::vector<Block>& blocks, const Edition& edition) {
  std::vector<std::size_t> found;
  std::vector<std::pair<std::size_t, char32_t>> marked;
  std::map<char32_t, std::size_t> marks;
  std::vector<std::pair<std::size_t, int>> bare;
  std::vector<AtEdge> edges;
  int pages = 0;  // that have begun before the block
  bool cell_a_line = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto* text = std::get_if<TextBlock>(&blocks[i]);
    pages += text != nullptr && text->new_page ? 1 : 0;
    const std::optional<PageNumber> page =
        text == nullptr ? std::nullopt : page_number(text->text.text(), edition.page_marks);
    if (!page) continue;
    if (page->mark != U'\0') {
      if (page->number == 0) continue;  // "— 0 —" is a row of a table
      marked.emplace_back(i, page->mark);
      ++marks[page->mark];
    } else {
      cell_a_line = cell_a_line || (!bare.empty() && bare.back().first + 1 == i);
      bare.emplace_back(i, page->number);
      if (begins_page(blocks, i) || begins_page(blocks, i + 1)) edges.push_back({i, page->number, pages});
    }
  }
  // A document prints its page numbers in one way; a row of "－ 1 －" between pages marked "—2—" is none.
  std::size_t usual = 0;
  for (const auto& [mark, count] : marks) usual = std::max(usual, count);
  for (const auto& [block, mark] : marked) {
    if (marks.at(mark) == usual) found.push_back(block);
  }
  if (count_up(edges)) {
    for (const AtEdge& each : edges) found.push_back(each.block);
    std::sort(found.begin(), found.end());
    return found;
  }
  if (cell_a_line) return found;
  // The longest chain that counts up by one; a number that fits none stays a value.
  std::vector<std::size_t> length(bare.size(), 1);
  std::vector<std::size_t> before(bare.size(), bare.size());
  std::size_t best = bare.size();
  for (std::size_t i = 0; i < bare.size(); ++i) {
    for (std::size_t j = i; j-- > 0 && i - j <= most_between;) {
      const bool next_page =
          bare[j].second > 0 && bare[j].second + 1 == bare[i].second && bare[i].first - bare[j].first >= fewest_lines;
      if (!next_page || length[j] < length[i]) continue;
      length[i] = length[j] + 1;
      before[i] = j;
    }
    if (best == bare.size() || length[i] > length[best]) best = i;
  }
  if (best < bare.size() && length[best] >= 2) {
    for (std::size_t i = best; i < bare.size(); i = before[i]) found.push_back(bare[i].first);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace gialint
