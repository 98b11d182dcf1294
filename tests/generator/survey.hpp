#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "engine/lint/lint.hpp"
#include "tests/generator/damage.hpp"
#include "tests/generator/layout.hpp"
#include "tests/generator/mistakes.hpp"

namespace gialint::generator {

/// What became of a number of reports.
struct Survey {
  std::size_t reports = 0;
  std::size_t right = 0;        ///< undamaged: all cells right and no warning; damaged: reported once, nothing besides
  std::size_t falsely = 0;      ///< reports of which something false was said, at warning or error
  std::size_t cells = 0;        ///< undamaged
  std::size_t right_cells = 0;  ///< … with the right value, state, certainty and span
  std::map<std::string, std::size_t> said;  ///< undamaged: how often, by "severity rule"
  std::size_t unaccounted = 0;  ///< digits among a table's pieces that are not in exactly one place of the model
  std::string failures;         ///< seed, layout, variation, expected, found: a paragraph each

  Survey& operator+=(const Survey& other);
};

/// Which reports: seeds first … first + count − 1.
struct Seeds {
  std::uint64_t first = 1;
  std::uint64_t count = 1;
};

/// Reads and lints undamaged reports of one layout. Reports that go wrong are written into `keep` unless it is empty.
Survey survey_undamaged(Layout layout, Seeds seeds, Linter& linter, const LintOptions& options,
                        const std::string& keep = "");

/// Lints reports with one damage each. Nothing when the layout cannot show it.
Survey survey_damaged(Layout layout, Damage damage, Seeds seeds, Linter& linter, const LintOptions& options,
                      const std::string& keep = "");

/// Lints `count` reports with this mistake each, in one layout after the other.
Survey survey_mistaken(const MistakeKind& kind, Seeds seeds, Linter& linter, const LintOptions& options,
                       const std::string& keep = "");

/// What a report is called among files: "pdf_lines-17.txt", "tsv_padded-17-row_dropped.txt".
std::string file_name(const Recipe& recipe, const DamageInfo* damage = nullptr);

/// Writes FILE.cells beside a file: a line for each cell: table, row, column, state, value, begin, end. Each of
/// `remarks` stands before them in a line that begins with "# ".
void write_cells(const std::string& file, const std::vector<ExpectedCell>& cells,
                 const std::vector<std::string>& remarks);

/// Writes the bytes of a report, and its cells beside them.
void write_report(const std::string& folder, const std::string& name, const GeneratedReport& report,
                  const std::string& remark);

}  // namespace gialint::generator
