#include "engine/claims/word_places.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("words stand in the order of their groups, and do not overlap", "[claims]") {
  WordIndex index;
  const std::uint32_t receive = index.add("收到");
  const std::uint32_t accept = index.add("受理");
  const std::uint32_t arrive = index.add("到了");
  const std::uint32_t request = index.add("申请");
  WordPlaces places(index);

  places.look_in("申请收到了，受理申请");
  CHECK(places.holds(arrive));
  CHECK(places.hold_in_order({}));
  CHECK(places.hold_in_order({{receive}, {request}}));
  CHECK(places.hold_in_order({{request}, {receive, accept}, {request}}));
  CHECK_FALSE(places.hold_in_order({{receive}, {arrive}}));
  CHECK_FALSE(places.hold_in_order({{accept}, {receive}}));
  CHECK_FALSE(places.hold_in_order({{request}, {request}, {request}}));

  places.look_in("受理");
  CHECK(places.holds(accept));
  CHECK_FALSE(places.holds(receive));
  CHECK_FALSE(places.hold_in_order({{receive}}));
}

TEST_CASE("of a group's words the one that ends first counts", "[claims]") {
  WordIndex index;
  const std::uint32_t whole = index.add("政府信息公开");
  const std::uint32_t inside = index.add("信息");
  const std::uint32_t open = index.add("公开");
  WordPlaces places(index);
  places.look_in("政府信息公开");
  CHECK(places.hold_in_order({{whole, inside}, {open}}));
  CHECK_FALSE(places.hold_in_order({{whole}, {open}}));
}

}  // namespace
}  // namespace gialint
