#include "engine/cli/console/progress.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "engine/cli/console/messages.hpp"
#include "engine/text/display.hpp"

namespace gialint {

namespace messages {

constexpr Sentence progress("{} / {} 个文件（{}%），每秒 {} 个，剩余 {}", "{} of {} files ({}%), {} a second, {} left");

}  // namespace messages

namespace {

constexpr std::chrono::milliseconds first_after{300};
constexpr std::chrono::milliseconds period{100};

}  // namespace

Progress::Progress(std::ostream* out, std::size_t total, Language language, Clock::time_point now)
    : out_(out), total_(total), language_(language), start_(now), due_(now + first_after) {}

void Progress::advance(Clock::time_point now) {
  ++done_;
  if (out_ == nullptr || now < due_) return;
  due_ = now + period;
  const std::size_t percent = total_ == 0 ? 100 : done_ * 100 / total_;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done_) / std::max(seconds, 0.001);
  const auto left = std::llround(static_cast<double>(total_ - std::min(done_, total_)) / rate);
  const std::string line =
      say(messages::progress, language_, std::to_string(done_), std::to_string(total_), std::to_string(percent),
          fmt::format("{:.{}f}", rate, rate < 10 ? 1 : 0), fmt::format("{}:{:02}", left / 60, left % 60));
  const int before = width_;
  width_ = display_width(line);
  const int rest = std::max(before - width_, 0);  // of a longer line before
  *out_ << '\r' << line << std::string(static_cast<std::size_t>(rest), ' ') << std::flush;
  width_ += rest;
}

void Progress::erase() {
  if (width_ == 0) return;
  // Blanks, and no escape sequence: every terminal knows them.
  *out_ << '\r' << std::string(static_cast<std::size_t>(width_), ' ') << '\r' << std::flush;
  width_ = 0;
}

bool Progress::is_shown_on(const char* name) {
  return name != nullptr && *name != '\0' && std::string_view(name) != "dumb";
}

}  // namespace gialint
