#include "engine/cli/console/today.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

namespace gialint {

TomlDate today(const char* source_date_epoch, std::time_t now) {
  std::tm day{};
  const std::string_view given = source_date_epoch == nullptr ? std::string_view() : source_date_epoch;
  std::int64_t seconds = 0;
  const auto [end, status] = std::from_chars(given.data(), given.data() + given.size(), seconds);
  const bool is_number = status == std::errc() && !given.empty() && end == given.data() + given.size();
  const std::time_t time = is_number ? static_cast<std::time_t>(seconds) : now;
  if ((is_number ? ::gmtime_r(&time, &day) : ::localtime_r(&time, &day)) == nullptr) return {};
  return {day.tm_year + 1900, day.tm_mon + 1, day.tm_mday};
}

}  // namespace gialint
