#include "tests/generator/check.hpp"

#include <algorithm>
#include <string_view>

namespace gialint::generator {
namespace {

std::string in_words(CellState state, Decimal value, Span span) {
  std::string words(state_name(state));
  if (state == CellState::number) words += " " + to_string(value);
  return words + " at " + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

}  // namespace

bool nothing_between(std::string_view text, std::uint32_t a, std::uint32_t b) {
  std::string_view between = text.substr(std::min(a, b), std::max(a, b) - std::min(a, b));
  while (!between.empty()) {
    std::size_t length = 0;
    for (const std::string_view blank : {" ", "\t", "\r", "\n", "\f", "|", "\u3000", "&nbsp;"}) {
      if (between.substr(0, blank.size()) == blank) length = blank.size();
    }
    if (between.front() == '<') length = std::min(between.find('>'), between.size() - 1) + 1;
    if (length == 0) return false;
    between.remove_prefix(length);
  }
  return true;
}

std::vector<WrongCell> wrong_cells(const GeneratedReport& generated, const Report& model) {
  std::vector<WrongCell> wrong;
  for (const ExpectedCell& expected : generated.cells) {
    const Table* const table = model.tables.table(expected.table);
    const Cell* const cell = table == nullptr ? nullptr : table->cell(expected.row, expected.column);
    if (cell == nullptr) {
      wrong.push_back({expected, "no such cell in edition " + model.tables.edition->id});
      continue;
    }
    const bool same_place =
        expected.state == CellState::blank
            ? cell->span.empty() && (expected.span.contains(cell->span) ||
                                     nothing_between(generated.text, cell->span.begin, expected.span.begin))
            : cell->span == expected.span;
    const bool same_value = expected.state != CellState::number || cell->value == expected.value;
    if (cell->state == expected.state && same_place && same_value && cell->certainty == Certainty::sure) continue;
    std::string found = in_words(cell->state, cell->value, cell->span);
    if (cell->certainty != Certainty::sure) found += ", ambiguous";
    wrong.push_back({expected, found});
  }
  return wrong;
}

std::string describe(const ExpectedCell& cell) {
  return cell.table + "/" + cell.row + "/" + cell.column + ": " + in_words(cell.state, cell.value, cell.span);
}

}  // namespace gialint::generator
