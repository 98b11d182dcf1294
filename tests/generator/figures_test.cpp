#include "tests/generator/figures.hpp"

#include <catch2/catch.hpp>

#include "tests/support/forms.hpp"

namespace gialint::generator {
namespace {

TEST_CASE("figures of every regime hold all sums of their edition", "[generator]") {
  for (const Edition& edition : test::editions()) {
    for (const Regime regime : {Regime::zeros, Regime::few, Regime::hundreds, Regime::large}) {
      for (std::uint64_t seed = 0; seed < 50; ++seed) {
        INFO("edition " << edition.id << ", " << regime_name(regime) << ", seed " << seed);
        const Figures figures = make_figures(edition, regime, seed % 2 == 0, Random(seed));
        CHECK(broken_identities(figures).empty());
        for (const auto& table : figures.cells) {
          for (const auto& row : table) {
            for (const Decimal value : row) {
              if (regime == Regime::zeros) CHECK(value.is_zero());
            }
          }
        }
      }
    }
  }
}

TEST_CASE("the same seed draws the same numbers everywhere", "[generator]") {
  // SplitMix64's published test vector.
  Random random(1234567);
  CHECK(random.next() == 6457827717110365317ULL);
  CHECK(random.next() == 3203168211198807973ULL);
}

}  // namespace
}  // namespace gialint::generator
