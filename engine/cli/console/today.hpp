#pragma once

#include <ctime>

#include "engine/toml/document.hpp"

namespace gialint {

/// The second that a run takes for now: that of `source_date_epoch`, where it is a number of seconds since 1970, else
/// `now`.
std::time_t seconds_of_run(const char* source_date_epoch, std::time_t now);

/// The day that suppressions are held against: that of SOURCE_DATE_EPOCH (seconds since 1970, in UTC), where
/// `source_date_epoch` is such a number, so that a run can be repeated; else that of `now` on the local calendar.
TomlDate today(const char* source_date_epoch, std::time_t now);

}  // namespace gialint
