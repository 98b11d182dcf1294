#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gialint {

/// A step on the way from one list to another.
struct DiffStep {
  char sign = ' ';         ///< ' ': an item of both, '-': one of the first list alone, '+': one of the second alone
  std::size_t first = 0;   ///< how many items of the first list come before it
  std::size_t second = 0;  ///< how many of the second do
  friend bool operator==(const DiffStep&, const DiffStep&) = default;
};

/// The fewest steps that make `second` of `first`. Of each change, what goes stands before what comes. Takes time by
/// the length of the lists times the number of changes.
std::vector<DiffStep> diff_steps(const std::vector<std::string_view>& first,
                                 const std::vector<std::string_view>& second);

}  // namespace gialint
