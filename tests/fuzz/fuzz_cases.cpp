// Any bytes as a .test file give cases whose places lie in it, in order, or one failure that names its line.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/cases/rule_case.hpp"

namespace gialint {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const RuleCase& each, std::size_t size) {
  require(each.line > 0);
  require(each.expected.size() == each.expected_lines.size());
  require(each.end <= size);
  for (const std::optional<FileRange>& range : {each.expect_range, each.fixed_range}) {
    require(!range || (range->begin <= range->end && range->end <= each.end));
  }
  for (const auto& [name, line] : each.option_lines) require(each.options.count(name) != 0 && line > each.line);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const Result<std::vector<RuleCase>> cases = read_rule_cases(text, "x.test");
  if (!cases) {
    const Failure& failure = cases.failure();
    require(failure.where.path == "x.test" && !failure.what.zh.empty() && !failure.what.en.empty());
    require(failure.where.line <= static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 2);
    return 0;
  }
  std::uint32_t line = 0;
  std::size_t end = 0;
  for (const RuleCase& each : *cases) {
    check(each, size);
    require(each.line > line && each.end >= end);
    line = each.line;
    end = each.end;
  }
  return 0;
}

}  // namespace gialint
