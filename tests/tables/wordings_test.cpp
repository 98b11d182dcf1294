#include "engine/tables/wordings.hpp"

#include <catch2/catch.hpp>

#include "engine/text/normalize.hpp"
#include "tests/tables/token_text.hpp"

namespace gialint {
namespace {

constexpr AlignmentCosts costs;

NearestWording nearest(const std::string& table, const std::string& wording, const std::string& label) {
  return nearest_wording(test::element(table, wording), fold_text(label), costs);
}

}  // namespace

TEST_CASE("a label is held against all wordings of its element", "[tables]") {
  CHECK(nearest("art20_1", "行政规范性文件", "行政规范性文件").cost == 0);
  CHECK(nearest("art20_1", "行政规范性文件", "规范性文件").wording->match == WordingMatch::deviant);
  CHECK(nearest("art20_1", "行政规范性文件", "规范性文件").cost == costs.deviant);
  CHECK(nearest("art20_1", "本年废止件数", "本年度止件数").distance == 1);
  CHECK(nearest("art20_1", "规章", "政策文件").wording == nullptr);
}

TEST_CASE("a wording is found whatever number stands in front of it", "[tables]") {
  const std::string label = "2.其他法律行政法规禁止公开";
  CHECK(nearest("requests", label, "其他法律行政法规禁止公开").distance == 0);
  CHECK(nearest("requests", label, "3．其他法律行政法规禁止公开").distance == 0);
  CHECK(nearest("requests", label, "2.其他法律法规禁止公开").distance == 2);
}

TEST_CASE("the labels of group and row run together cost a little", "[tables]") {
  CHECK(nearest("requests", "1.属于国家秘密", "（三）不予公开1.属于国家秘密").distance == 0);
  CHECK(nearest("requests", "1.属于国家秘密", "（三）不予公开1.属于国家秘密").cost == costs.joined_label);
}

}  // namespace gialint
