// Any bytes that are text give a model and diagnostics whose places lie inside the text, in reading order, and no rule
// fails on them; every number among the pieces of a table is in one place; the same bytes give the same diagnostics.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "engine/lint/lint.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/report/report_json.hpp"
#include "tests/support/accounted.hpp"

namespace {

using gialint::Span;

void require(bool holds) {
  if (!holds) std::abort();
}

gialint::LintOptions all_rules(const gialint::Pack& pack) {
  gialint::LintOptions options;
  options.fragment = true;
  for (const std::string& id : pack.rules->ids()) options.rules[id];
  for (const gialint::RuleInfo& rule : gialint::engine_rules()) options.rules[rule.id];
  return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::shared_ptr<const gialint::Pack> pack = *gialint::load_pack();
  static gialint::Linter linter(pack, gialint::Language::zh);
  static const gialint::LintOptions options = all_rules(*pack);

  gialint::Result<gialint::SourceText> read =
      gialint::SourceText::from_bytes("fuzz.txt", std::string(reinterpret_cast<const char*>(data), size));
  if (!read) return 0;
  const auto source = std::make_shared<const gialint::SourceText>(std::move(*read));
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= source->text().size(); };

  const gialint::Report report = pack->reader().read(source);
  for (const gialint::Table& table : report.tables.tables) {
    require(inside(table.span));
    for (const gialint::Row& row : table.rows) {
      require(inside(row.span) && inside(row.label.span));
      for (const gialint::Cell& cell : row.cells) require(inside(cell.span));
    }
  }
  for (const gialint::Table& table : report.tables.unreadable) {
    require(inside(table.span));
    for (const gialint::Row& row : table.rows) {
      for (const gialint::Cell& cell : row.cells) require(inside(cell.span) && !cell.counts());
    }
  }
  require(gialint::test::unaccounted(report.outline, report.tables).empty());
  for (const gialint::Claim& claim : report.claims) require(inside(claim.span) && claim.low <= claim.high);
  require(!to_json(report).empty());

  const gialint::FileResult first = linter.lint(source, options);
  require(first.rule_failures.empty());
  for (std::size_t i = 0; i < first.diagnostics.size(); ++i) {
    require(inside(first.diagnostics[i].span));
    for (const gialint::Related& related : first.diagnostics[i].related) require(inside(related.span));
    if (i > 0) require(reads_before(first.diagnostics[i - 1], first.diagnostics[i]));
  }
  const gialint::FileResult second = linter.lint(source, options);
  require(second.diagnostics.size() == first.diagnostics.size());
  for (std::size_t i = 0; i < first.diagnostics.size(); ++i) {
    require(first.diagnostics[i].message == second.diagnostics[i].message);
  }
  return 0;
}
