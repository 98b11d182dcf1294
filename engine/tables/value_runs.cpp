#include "engine/tables/value_runs.hpp"

#include <algorithm>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

using Kind = Token::Kind;

constexpr std::size_t longest_words = 12;  // code points: what stands in a cell for a number is short

std::size_t end_of_blanks(const std::vector<Token>& tokens, std::size_t begin) {
  std::size_t end = begin;
  while (end < tokens.size() && tokens[end].kind == Kind::blank && tokens[end].line == tokens[begin].line) ++end;
  return end;
}

/// Blanks between a label and its values are merged cells; blanks instead of values are a row left empty.
bool starts_blank_row(const std::vector<Token>& tokens, std::size_t begin, std::size_t wanted) {
  const std::size_t end = end_of_blanks(tokens, begin);
  const bool values_follow =
      end < tokens.size() && tokens[end].kind == Kind::value && tokens[end].line == tokens[begin].line;
  return !values_follow && end - begin >= wanted;
}

/// Whether the values [begin, end) stand on more than one line of text, and not one per line.
bool is_split(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  bool lines = false;
  bool several = false;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const bool same = tokens[i].line == tokens[i - 1].line;
    lines = lines || !same;
    several = several || same;
  }
  return lines && several && tokens[begin].width == 0;
}

ValueRun places(std::size_t begin, std::size_t end, std::uint32_t cost) {
  ValueRun run;
  run.usable = true;
  for (std::size_t i = begin; i < end; ++i) run.tokens.push_back(static_cast<std::uint32_t>(i));
  run.after = static_cast<std::uint32_t>(end);
  run.cost = cost;
  return run;
}

ValueRun values_alone(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, std::uint32_t cost) {
  ValueRun run = places(begin, end, cost);
  std::erase_if(run.tokens, [&](std::uint32_t token) { return tokens[token].kind != Kind::value; });
  return run;
}

}  // namespace

ValueRun read_values(const std::vector<Token>& tokens, std::size_t begin, std::size_t wanted,
                     const AlignmentCosts& costs) {
  const std::size_t start = begin;
  while (begin < tokens.size() && tokens[begin].kind == Kind::blank && !starts_blank_row(tokens, begin, wanted)) {
    ++begin;
  }
  std::size_t values = 0;
  std::size_t first = tokens.size();
  std::size_t last = begin;
  for (std::size_t i = begin; i < tokens.size() && tokens[i].kind != Kind::label && values < wanted; ++i) {
    if (tokens[i].kind != Kind::value) continue;
    ++values;
    first = std::min(first, i);
    last = i + 1;
  }
  if (values == wanted)
    return values_alone(tokens, first, last, is_split(tokens, first, last) ? costs.split_values : 0);
  if (values == 0) {
    // A row of empty places only: a grid shows that they are there.
    const std::size_t end = begin < tokens.size() ? end_of_blanks(tokens, begin) : begin;
    if (end - begin < wanted) return {};
    return places(begin, begin + wanted, static_cast<std::uint32_t>(wanted) * costs.blank_value);
  }
  const auto short_by = static_cast<std::uint32_t>(wanted - values);
  if (last - first == wanted) return places(first, last, short_by * costs.blank_value);
  // Empty places at the edges of the row may be merged cells as well; with as many of them as the form has columns they
  // hardly are, but which value is whose is for a comparison with other rows to say.
  const auto on_line = [&](std::size_t i, std::size_t of) {
    return tokens[i].kind == Kind::blank && tokens[i].line == tokens[of].line;
  };
  std::size_t row_end = last;
  while (row_end < tokens.size() && on_line(row_end, last - 1)) ++row_end;
  std::size_t row_begin = first;
  while (row_begin > start && on_line(row_begin - 1, first)) --row_begin;
  const bool all_places = row_end - row_begin == wanted;
  return values_alone(
      tokens, first, last,
      all_places ? short_by * costs.blank_value : costs.short_value + (short_by - 1) * costs.short_next_value);
}

ValueRun read_values_with_words(const std::vector<Token>& tokens, std::size_t begin, std::size_t wanted,
                                const FormSequence& form, const AlignmentCosts& costs) {
  ValueRun run;
  std::uint32_t words = 0;
  std::size_t i = begin;
  for (; i < tokens.size() && run.tokens.size() < wanted; ++i) {
    const Token& token = tokens[i];
    if (token.kind == Kind::blank) continue;
    if (token.kind == Kind::label) {
      const bool same_line = i > 0 && tokens[i - 1].line == token.line;
      if (token.prose || token.folded.empty() || token.folded.size() > longest_words) return {};
      if (token.folded.size() == 1 && is_han(token.folded.front())) return {};  // a piece of a word that was wrapped
      if (form.is_known_label(token.folded) || (!same_line && form.is_familiar(token.folded))) return {};
      const bool last = run.tokens.size() + 1 == wanted;
      const bool label_follows =
          i + 1 == tokens.size() || (tokens[i + 1].kind == Kind::label && form.is_label(tokens[i + 1].folded));
      if (last && !same_line && !label_follows) return {};
      ++words;
    }
    run.tokens.push_back(static_cast<std::uint32_t>(i));
  }
  run.usable = run.tokens.size() == wanted && words > 0 && words <= std::max<std::size_t>(1, wanted / 4);
  run.after = static_cast<std::uint32_t>(i);
  run.cost = words * costs.text_value;
  return run;
}

}  // namespace gialint
