#include "engine/cli/console/terminal.hpp"

#include <cstdlib>
#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

// Sets an environment variable, or unsets it, while it lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    if (value == nullptr) {
      ::unsetenv(name);
    } else {
      ::setenv(name, value, 1);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

bool wants(bool terminal, const char* no_color, const char* forced, const char* term) {
  const Variable first("NO_COLOR", no_color);
  const Variable second("CLICOLOR_FORCE", forced);
  const Variable third("TERM", term);
  CHECK(wants_color(ColorChoice::always, terminal));
  CHECK_FALSE(wants_color(ColorChoice::never, terminal));
  return wants_color(ColorChoice::automatic, terminal);
}

TEST_CASE("colour is for terminals that can show it, unless the environment says otherwise", "[cli]") {
  CHECK(wants(true, nullptr, nullptr, "xterm"));
  CHECK_FALSE(wants(false, nullptr, nullptr, "xterm"));
  CHECK_FALSE(wants(true, nullptr, nullptr, "dumb"));
  CHECK_FALSE(wants(true, nullptr, nullptr, nullptr));
  CHECK_FALSE(wants(true, "1", "1", "xterm"));
  CHECK(wants(true, "", nullptr, "xterm"));
  CHECK(wants(false, nullptr, "1", nullptr));
  CHECK_FALSE(wants(false, nullptr, "0", "xterm"));
  const Variable node("FORCE_COLOR", "1");
  CHECK(wants(false, nullptr, nullptr, nullptr));
  CHECK_FALSE(wants(true, "1", nullptr, "xterm"));
}

}  // namespace
}  // namespace gialint
