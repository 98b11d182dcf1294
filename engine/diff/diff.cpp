#include "engine/diff/diff.hpp"

#include <algorithm>
#include <string>  // dtl uses it and does not include it

#include <dtl/dtl.hpp>

namespace gialint {

std::vector<DiffStep> diff_steps(const std::vector<std::string_view>& first,
                                 const std::vector<std::string_view>& second) {
  dtl::Diff<std::string_view, std::vector<std::string_view>> diff(first, second);
  diff.compose();
  std::vector<DiffStep> steps;
  for (const auto& step : diff.getSes().getSequence()) {
    const dtl::edit_t type = step.second.type;
    steps.push_back({type == dtl::SES_ADD ? '+' : type == dtl::SES_DELETE ? '-' : ' '});
  }
  for (auto begin = steps.begin(); begin != steps.end();) {
    const auto changed = std::find_if(begin, steps.end(), [](const DiffStep& step) { return step.sign != ' '; });
    const auto end = std::find_if(changed, steps.end(), [](const DiffStep& step) { return step.sign == ' '; });
    std::stable_partition(changed, end, [](const DiffStep& step) { return step.sign == '-'; });
    begin = end;
  }
  std::size_t of_first = 0;
  std::size_t of_second = 0;
  for (DiffStep& step : steps) {
    step.first = of_first;
    step.second = of_second;
    if (step.sign != '+') ++of_first;
    if (step.sign != '-') ++of_second;
  }
  return steps;
}

}  // namespace gialint
