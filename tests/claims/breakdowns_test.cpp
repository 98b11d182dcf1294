#include "engine/claims/breakdowns.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

/// "13: 5+2+6", with " complete", " mixed", " !above" behind; one list after another.
std::string lists_of(std::string_view text) {
  const Skeleton skeleton = build_skeleton(text, 2023, testing::national_lexicon().numbers);
  std::string out;
  for (const NumberList& list : find_lists(skeleton, testing::national_lexicon())) {
    if (!out.empty()) out += " | ";
    out += to_string(skeleton.numbers[list.total].mention.value) + ":";
    for (const std::size_t part : list.parts) {
      out += (part == list.parts.front() ? " " : "+") + to_string(skeleton.numbers[part].mention.value);
    }
    if (list.complete) out += " complete";
    if (list.mixed_units) out += " mixed";
    if (list.fault == Breakdown::Fault::part) out += " !part";
    if (list.fault == Breakdown::Fault::above) out += " !above";
    if (list.fault == Breakdown::Fault::below) out += " !below";
  }
  return out;
}

struct Case {
  const char* text;
  const char* lists;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.text);
    CHECK(lists_of(each.text) == each.lists);
  }
}

TEST_CASE("a list belongs to the total before it", "[claims]") {
  check({
      {"公开信息13条（县政府5条，县政府办2条，部门6条）。", "13: 5+2+6"},
      {"公开信息13条，其中网站5条、微信8条。", "13: 5+8"},
      {"公开信息13条。其中：网站5条，微信8条。", "13: 5+8"},
      {"公开信息13条，具体为网站5条、微信8条。", "13: 5+8"},
      {"通过3个渠道公开信息13条，具体为：网站5条、微信8条。", "13: 5+8"},
      {"公开信息13条，网站5条、微信8条。", ""},
  });
}

TEST_CASE("of two totals the least that holds all parts is meant, else the greatest", "[claims]") {
  check({
      {"申请859件，答复805件。其中予以公开258件，不予公开35件，无法提供265件。", "805: 258+35+265"},
      {"申请859件，答复805件。其中予以公开475件，不予公开35件，无法提供337件。", "859: 475+35+337"},
      {"申请859件，答复805件。其中予以公开600件，不予公开35件，无法提供337件。", "859: 600+35+337"},
  });
}

TEST_CASE("more than the total is a fault, less only of a complete list", "[claims]") {
  check({
      {"公开信息13条，其中网站5条、微信9条。", "13: 5+9 !above"},
      {"公开信息13条，其中网站15条、微信9条。", "13: 15+9 !part"},
      {"公开信息13条，其中网站5条、微信2条。", "13: 5+2"},
      {"公开信息13条，其中网站5条、微信2条、其他3条。", "13: 5+2+3 complete !below"},
      {"公开信息13条，其中网站5条、微信9条，同一信息在多个渠道同步发布。", "13: 5+9"},
      {"公开信息约13条，其中网站5条、微信9条。", "13: 5+9"},
      {"公开信息13条，其中网站5条、微信9次。", "13: 5+9 mixed"},
      {"公开信息13条（网站5条，微信9次）。", "13: 5+9 mixed !above"},
      {"公开信息13条。收到、答复来信分别为80条、79条。", ""},
      {"公开信息30条、解读5篇，其中网站20条，微信15条。", "30: 20+15"},
      {"收到申请3件，上年结转1件（自然人3件，法人0件）。", "3: 3+0 complete"},
  });
}

TEST_CASE("what comes behind a list is no part of it", "[claims]") {
  check({
      {"收到申请11件，其中网上5件、信函6件，答复11件。", "11: 5+6"},
      {"收到申请11件，其中网上5件，答复11件。", "11: 5"},
      {"公开信息13条，其中网站5条、微信8条；召开发布会3场。", "13: 5+8"},
      {"收到申请10件，其中自然人8件（其中网上5件）、企业2件。", "10: 8+2 | 8: 5"},
      {"公开信息13条，其中网站5条，占38.5%，微信8条，占61.5%。", "13: 5+8"},
  });
}

}  // namespace
}  // namespace gialint
