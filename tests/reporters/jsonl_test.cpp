#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/reporters/sample_run.hpp"

namespace gialint {
namespace {

std::vector<nlohmann::json> lines_of(const std::string& out) {
  std::vector<nlohmann::json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(nlohmann::json::parse(line, nullptr, false));
    REQUIRE(lines.back().is_object());
  }
  return lines;
}

TEST_CASE("jsonl is an object a line: the run, what was found, the counts", "[reporters]") {
  const std::string out = printed(sample_run(), "jsonl");
  CHECK(out == expected_output("run.jsonl", out));
  const std::vector<nlohmann::json> lines = lines_of(out);
  CHECK(lines.front()["type"] == "run");
  CHECK(lines.front()["schema"] == "gialint-jsonl/1");
  CHECK(lines.back()["type"] == "summary");
  std::map<std::string, int> types;
  for (const auto& line : lines) ++types[line["type"].get<std::string>()];
  CHECK(types ==
        std::map<std::string, int>{
            {"diagnostic", 6}, {"failure", 1}, {"run", 1}, {"summary", 1}, {"suppressed", 1}, {"unreadable", 1}});
}

TEST_CASE("a jsonl line of type diagnostic counts, and what is suppressed or known has a type of its own",
          "[reporters]") {
  std::map<std::string, std::vector<nlohmann::json>> by_type;
  for (const auto& line : lines_of(printed(baseline_run(), "jsonl")))
    by_type[line["type"].get<std::string>()].push_back(line);
  CHECK(by_type["diagnostic"].size() == 4);
  REQUIRE(by_type["known"].size() == 2);
  REQUIRE(by_type["suppressed"].size() == 1);
  CHECK(by_type["suppressed"][0]["suppression"]["where"] == "gialint.toml:12:1");
  CHECK(by_type["known"][0]["path"] == "数据 #1/100%\t年报.txt");
  CHECK(by_type["known"][0]["organ"] == "某县退役军人局");
  CHECK(by_type["known"][0]["year"] == 2022);
}

}  // namespace
}  // namespace gialint
