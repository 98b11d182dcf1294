#include <map>
#include <string>

#include <catch2/catch.hpp>

#include "tests/generator/damage.hpp"
#include "tests/generator/options.hpp"
#include "tests/generator/survey.hpp"
#include "tests/rules/fixed.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("damaged reports are fixed once and for all, and nothing new is said of their tables", "[generator]") {
  Linter linter(test::project_pack(), Language::en);
  for (const bool unsafe : {false, true}) {
    std::map<std::string, std::size_t> fixed;
    std::string faults;
    for (const DamageInfo& damage : damages) {
      for (const LayoutInfo& layout : layouts) {
        if (!impossible(layout.layout, damage.damage).empty()) continue;
        // Docling prints a merged cell once a column, and a fix changes the first copy alone: not right yet.
        if (layout.layout == Layout::docling && damage.damage == Damage::unit_in_cell) continue;
        for (std::uint64_t seed = first_seed(); seed < first_seed() + report_count(1); ++seed) {
          const DamagedReport damaged = make_damaged({seed, layout.layout}, damage.damage);
          faults += test::fault_of_fixing(linter, file_name(damaged.draft.recipe, &damage), damaged.report.bytes,
                                          unsafe, fixed);
        }
      }
    }
    CHECK(faults == "");
    CHECK(fixed.size() >= 1);
  }
}

}  // namespace
}  // namespace gialint::generator
