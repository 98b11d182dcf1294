#include "engine/packs/pack_forms.hpp"

#include <memory>

#include <catch2/catch.hpp>

#include "engine/packs/embedded_pack.hpp"
#include "engine/packs/pack.hpp"

namespace gialint {
namespace {

TEST_CASE("forms that another thread reads are those that are read when asked for", "[packs]") {
  const std::shared_ptr<PackForms> ahead = built_in_forms();
  ahead->read_ahead();
  const std::shared_ptr<PackForms> lazy = built_in_forms();
  CHECK_FALSE(lazy->read());
  REQUIRE(lazy->forms().editions.size() == ahead->forms().editions.size());
  CHECK(lazy->forms().editions.back().id == ahead->forms().editions.back().id);
}

TEST_CASE("nothing on top of other forms leaves them as they are", "[packs]") {
  const std::shared_ptr<PackForms> base = built_in_forms();
  const PackForms none(base, {});
  CHECK_FALSE(none.read());
  CHECK(none.forms().editions.size() == base->forms().editions.size());
  CHECK(none.forms().lexicon.measures.size() == base->forms().lexicon.measures.size());
}

TEST_CASE("a broken form is a failure, each time", "[packs]") {
  const PackForms broken({{"editions/2021.toml", "schema = "}}, PatternCompile::now);
  REQUIRE(broken.read());
  CHECK(broken.read()->where.path == "editions/2021.toml");
  PackParts parts;
  parts.forms = std::make_shared<const PackForms>(built_in_forms(), std::vector<PackFile>{{"lexicon/a.toml", "= 1"}});
  parts.rules = std::make_shared<const RulePack>();
  CHECK_FALSE(Pack::make(std::move(parts)).ok());
}

TEST_CASE("a path tells phrases from forms", "[packs]") {
  CHECK(is_lexicon("lexicon/measures.toml"));
  CHECK_FALSE(is_lexicon("editions/2021.toml"));
}

}  // namespace
}  // namespace gialint
