#include "engine/claims/relations.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

/// The breakdowns and shares alone.
std::string relations_of(std::string_view text) {
  Prose prose = testing::read(text, testing::national_lexicon());
  prose.claims.clear();
  return testing::dump(text, prose);
}

Prose prose_of(std::string_view text) { return testing::read(text, testing::national_lexicon()); }

TEST_CASE("received, answered and carried forward in one sentence are a total and its parts", "[claims]") {
  CHECK(relations_of("受理政府信息公开申请11件，办结8件，结转下年1件。") == "list(11: 8+1 !below)");
  CHECK(relations_of("受理政府信息公开申请11件，办结10件，结转下年1件。").empty());
  CHECK(relations_of("受理政府信息公开申请11件，上年结转2件，办结8件，结转下年1件。").empty());
  CHECK(relations_of("受理政府信息公开申请11件。办结8件，结转下年1件。").empty());
  CHECK(relations_of("受理政府信息公开申请约11件，办结8件，结转下年1件。").empty());
}

TEST_CASE("a percentage is held against the total of its list and the numbers before it", "[claims]") {
  CHECK(relations_of("公开信息75条，其中网站60条，占80%。") == "list(75: 60) share(60=80%)");
  CHECK(relations_of("公开信息75条，其中网站60条，占82%。") == "list(75: 60) share(60=82% !80)");
  CHECK(relations_of("公开信息75余条，其中网站60条，占82%。") == "list(75: 60)");
  CHECK(relations_of("公开信息60条，占82%。").empty());
  CHECK(relations_of("收到申请22件，比2022年（31件）下降39%。") == "growth(22=39% !29)");
}

TEST_CASE("members of a whole that no table has count a part", "[claims]") {
  const Prose unknown = prose_of("依申请公开方面，网上提交12件，其中自然人3件。");
  REQUIRE(unknown.claims.size() == 1);
  CHECK(unknown.claims[0].part);
  const Prose known = prose_of("收到政府信息公开申请12件，其中自然人3件。");
  REQUIRE(known.claims.size() == 2);
  CHECK_FALSE(known.claims[1].part);
}

TEST_CASE("a figure that one paragraph states twice with two values counts parts", "[claims]") {
  const Prose prose = prose_of("依申请公开：甲类5件，其中予以公开3件；乙类4件，其中予以公开2件。");
  REQUIRE(prose.claims.size() == 2);
  CHECK(prose.claims[0].part);
  CHECK(prose.claims[1].part);
}

}  // namespace
}  // namespace gialint
