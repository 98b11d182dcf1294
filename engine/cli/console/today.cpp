#include "engine/cli/console/today.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gialint {

namespace {

std::optional<std::time_t> seconds_in(const char* source_date_epoch) {
  const std::string_view given = source_date_epoch == nullptr ? std::string_view() : source_date_epoch;
  std::int64_t seconds = 0;
  const auto [end, status] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  if (status != std::errc() || given.empty() || end != given.data() + given.size()) return std::nullopt;
  return static_cast<std::time_t>(seconds);
}

}  // namespace

std::time_t seconds_of_run(const char* source_date_epoch, std::time_t now) {
  return seconds_in(source_date_epoch).value_or(now);
}

TomlDate today(const char* source_date_epoch, std::time_t now) {
  std::tm day{};
  const std::optional<std::time_t> given = seconds_in(source_date_epoch);
  const std::time_t time = given.value_or(now);
  if ((given ? ::gmtime_r(&time, &day) : ::localtime_r(&time, &day)) == nullptr) return {};
  return {day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

}  // namespace gialint
