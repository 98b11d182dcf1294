#include "engine/cli/progress.hpp"

#include <ostream>
#include <string_view>

#include "engine/cli/messages.hpp"
#include "engine/text/display.hpp"

namespace gialint {
namespace {

constexpr std::chrono::milliseconds first_after{300};
constexpr std::chrono::milliseconds period{100};

}  // namespace

Progress::Progress(std::ostream* out, std::size_t total, Language language, Clock::time_point now)
    : out_(out), total_(total), language_(language), due_(now + first_after) {}

void Progress::advance(Clock::time_point now) {
  ++done_;
  if (out_ == nullptr || now < due_) return;
  due_ = now + period;
  const std::size_t percent = total_ == 0 ? 100 : done_ * 100 / total_;
  const std::string line =
      say(Text::progress, language_, {std::to_string(done_), std::to_string(total_), std::to_string(percent)});
  *out_ << '\r' << line << std::flush;
  width_ = display_width(line);
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
