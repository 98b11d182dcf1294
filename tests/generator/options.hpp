#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "tests/support/sanitizers.hpp"

namespace gialint::generator {

inline std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::strtoull(value, nullptr, 10);
}

/// GIALINT_GENERATOR_SEED: the first seed of a run.
inline std::uint64_t first_seed() { return number_from_environment("GIALINT_GENERATOR_SEED", 1); }

/// GIALINT_GENERATOR_COUNT: reports per layout, or per layout and damage, in place of `usual`.
///
/// The sanitizers make a report some ten times slower; which reports are read is not what they look for.
inline std::uint64_t report_count(std::uint64_t usual) {
  if (test::under_sanitizers) usual = (usual + 9) / 10;
  return number_from_environment("GIALINT_GENERATOR_COUNT", usual);
}

/// GIALINT_GENERATOR_KEEP: the folder into which reports that were misread are written; empty: nowhere.
inline std::string keep_folder() {
  const char* const value = std::getenv("GIALINT_GENERATOR_KEEP");
  return value == nullptr ? "" : value;
}

}  // namespace gialint::generator
