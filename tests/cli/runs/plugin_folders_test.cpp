#include "engine/cli/runs/plugin_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

namespace fs = std::filesystem;

/// An environment variable while it lives.
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

TEST_CASE("the user's plugins lie where XDG has them", "[cli]") {
  const Variable home("HOME", "/home/clerk");
  {
    const Variable data("XDG_DATA_HOME", "/data");
    CHECK(user_plugins() == "/data/gialint/plugins");
  }
  {
    const Variable data("XDG_DATA_HOME", "relative");
    CHECK(user_plugins() == "/home/clerk/.local/share/gialint/plugins");
  }
  const Variable data("XDG_DATA_HOME", nullptr);
  const Variable none("HOME", nullptr);
  CHECK(user_plugins().empty());
}

TEST_CASE("what the environment names comes before the user's and the system's, each once", "[cli]") {
  const Variable home("HOME", "/home/clerk");
  const Variable data("XDG_DATA_HOME", nullptr);
  const Variable given("GIALINT_PLUGIN_PATH", "/one::/two:/one");
  const std::vector<fs::path> places = plugin_folders();
  REQUIRE(places.size() >= 5);
  CHECK(places[0] == "/one");
  CHECK(places[1] == "/two");
  CHECK(places[2] == "/home/clerk/.local/share/gialint/plugins");
  CHECK(places[places.size() - 2] == "/usr/local/share/gialint/plugins");
  CHECK(places.back() == "/usr/share/gialint/plugins");
  CHECK(std::count(places.begin(), places.end(), fs::path("/one")) == 1);
}

}  // namespace
}  // namespace gialint
