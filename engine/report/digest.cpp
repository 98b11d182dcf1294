#include "engine/report/digest.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "engine/report/own_words.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The number of a table's first cell among all cells of the edition.
std::size_t first_cell(const Edition& edition, std::size_t table) {
  std::size_t cells = 0;
  for (std::size_t i = 0; i < table; ++i) cells += edition.tables[i].rows.size() * edition.tables[i].columns.size();
  return cells;
}

/// Whether one of the sums computes the cell from others.
bool is_total(std::span<const FormSum> sums, CellRef cell) {
  return std::any_of(sums.begin(), sums.end(), [cell](const FormSum& sum) { return sum.is_total(cell); });
}

/// Takes out of `words` whatever it shares with `name` for three characters and more: the name and its short forms.
void remove_name(std::u32string& words, const std::u32string& name) {
  constexpr std::size_t run = 3;
  std::set<std::u32string_view> parts;
  for (std::size_t i = 0; i + run <= name.size(); ++i) parts.insert(std::u32string_view(name).substr(i, run));
  std::u32string kept;
  std::size_t covered = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool may_start = name.find(words[i]) != std::u32string::npos;
    if (may_start && parts.count(std::u32string_view(words).substr(i, run)) != 0) covered = i + run;
    if (i >= covered) kept += words[i];
  }
  words = std::move(kept);
}

}  // namespace

std::optional<Decimal> ReportDigest::figure(std::size_t table, std::size_t row, std::size_t column) const {
  const std::size_t cell = first_cell(*edition, table) + row * edition->tables[table].columns.size() + column;
  if (cell >= decimals.size() || decimals[cell] < 0) return std::nullopt;
  return Decimal::scaled(units[cell], decimals[cell]);
}

ReportDigest make_digest(const Report& report, const OrganAliases& aliases) {
  ReportDigest digest;
  digest.path = report.source->path();
  digest.organ_kind = report.organ_kind;
  digest.year = report.year;
  digest.edition = &report.edition();
  std::u32string name;
  if (report.outline.title) {
    digest.organ = report.outline.title->organ_name;
    name = fold_text(digest.organ);
    digest.organ_key = to_utf8(fold_text(aliases.name_of(digest.organ)));
  }

  digest.complete = true;
  constexpr std::uint64_t prime = 0x100000001b3ULL;  // FNV-1a
  digest.figures = 0xcbf29ce484222325ULL;
  for (std::size_t index = 0; index < digest.edition->tables.size(); ++index) {
    const FormTable& form = digest.edition->tables[index];
    const std::span<const FormSum> sums = digest.edition->sums.of_table(index);
    const Table* const table = report.tables.table(form.id);
    const bool own = table != nullptr && table->found && table->form == &form;
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      for (std::size_t column = 0; column < form.columns.size(); ++column) {
        const Cell* const cell = own ? &table->rows[row].cells[column] : nullptr;
        const bool counts = cell != nullptr && cell->counts();
        digest.units.push_back(counts ? cell->value.units() : 0);
        digest.decimals.push_back(static_cast<std::int8_t>(counts ? cell->value.scale() : -1));
        digest.complete = digest.complete && counts;
        digest.figures = (digest.figures ^ static_cast<std::uint64_t>(digest.units.back())) * prime;
        digest.figures = (digest.figures ^ static_cast<std::uint64_t>(digest.decimals.back() + 1)) * prime;
        if (digest.units.back() != 0 && !is_total(sums, {row, column})) ++digest.nonzero;
      }
    }
  }

  std::u32string words;
  for (const auto& paragraphs : report.paragraphs.sections) words += own_words(paragraphs, report.common_text());
  remove_name(words, name);
  digest.text = make_sketch(words);
  return digest;
}

Span span_of_place(const Report& report, std::string_view place) {
  if (place == "title") return report.outline.title ? report.outline.title->span : Span{};
  const std::optional<CellName> name = split_cell_name(place);
  const Table* const table = name ? report.tables.table(name->table) : nullptr;
  const Cell* const cell = table == nullptr ? nullptr : table->cell(name->row, name->column);
  return cell == nullptr ? Span{} : cell->span;
}

}  // namespace gialint
