#include "engine/claims/trends.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"
#include "tests/claims/prose_dump.hpp"

namespace gialint {
namespace {

std::vector<Trend> trends_of(const std::string& prose) {
  return testing::read(prose, testing::national_lexicon()).trends;
}

std::string dump(const std::string& prose) {
  std::string text;
  for (const Trend& trend : trends_of(prose)) {
    if (!text.empty()) text += "; ";
    text += trend.figures.front().measure + (trend.rises ? " +" : " -") + to_string(trend.change.value);
    text += trend.change.kind == MentionKind::percentage ? "%" : "";
  }
  return text;
}

TEST_CASE("a change against last year belongs to the figure before it", "[claims]") {
  CHECK(dump("收到政府信息公开申请22件，同比下降29.03%。") == "requests.received -29.03%");
  CHECK(dump("收到政府信息公开申请22件（较上年增加3件）。") == "requests.received +3");
  CHECK(dump("收到政府信息公开申请22件，比2022年增长1.03倍。") == "requests.received +103%");
  CHECK(dump("收到政府信息公开申请22件，与去年同期相比略有增长，增长10%。").empty());
  CHECK(dump("收到政府信息公开申请22件，较上年翻一番。") == "requests.received +100%");
  CHECK(dump("收到政府信息公开申请22件，同比增长100%。") == "requests.received +100%");
}

TEST_CASE("no figure, another base, and percentage points are no trend", "[claims]") {
  CHECK(dump("主动公开信息1203条，同比增长10%。").empty());
  CHECK(dump("收到政府信息公开申请22件，比2021年增长10%。").empty());
  CHECK(dump("收到政府信息公开申请22件，同比提高3个百分点。").empty());
  CHECK(dump("收到政府信息公开申请22件，比上年（31件）下降29%。").empty());
}

TEST_CASE("a trend knows all figures of its sentence", "[claims]") {
  const std::vector<Trend> trends = trends_of("收到政府信息公开申请22件，答复20件，同比下降29%。");
  REQUIRE(trends.size() == 1);
  REQUIRE(trends[0].figures.size() == 2);
  CHECK(trends[0].figures[0].value == Decimal(20));
  CHECK(trends[0].figures[1].value == Decimal(22));
}

TEST_CASE("a trend is held against two numbers", "[claims]") {
  const auto check = [](const std::string& words, int now, int before) {
    const std::vector<Trend> trends =
        trends_of("收到政府信息公开申请" + std::to_string(now) + "件，同比" + words + "。");
    REQUIRE(trends.size() == 1);
    const std::optional<Growth> growth = check_trend(trends[0], Decimal(now), Decimal(before));
    return !growth ? std::string("unknown") : (growth->agrees ? "right, " : "wrong, ") + to_string(growth->expected);
  };
  CHECK(check("下降29%", 22, 31) == "right, 29");
  CHECK(check("下降29.0%", 22, 31) == "right, 29");
  CHECK(check("增长29%", 22, 31) == "wrong, -29");
  CHECK(check("下降31%", 22, 31) == "wrong, 29");
  CHECK(check("增加9件", 31, 22) == "right, 9");
  CHECK(check("增长1.5倍", 42, 20) == "wrong, 1.1");
  CHECK(check("增长2倍", 60, 20) == "right, 2");
  CHECK(check("增长2倍", 40, 20) == "right, 1");  // to twofold
  CHECK(check("增长100%", 2, 0) == "unknown");
}

}  // namespace
}  // namespace gialint
