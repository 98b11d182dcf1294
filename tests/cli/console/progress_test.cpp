#include "engine/cli/console/progress.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

using std::chrono::milliseconds;

// A terminal that is told what time it is.
struct Terminal {
  std::ostringstream out;
  Progress::Clock::time_point start;

  std::string take() {
    std::string text = out.str();
    out.str("");
    return text;
  }
};

TEST_CASE("a short run shows no progress", "[cli]") {
  Terminal terminal;
  {
    Progress progress(&terminal.out, 3, Language::zh, terminal.start);
    for (int i = 1; i <= 3; ++i) progress.advance(terminal.start + milliseconds(50 * i));
  }
  CHECK(terminal.take().empty());
}

TEST_CASE("a longer one renews its line a few times a second, and it is gone in the end", "[cli]") {
  Terminal terminal;
  {
    Progress progress(&terminal.out, 8, Language::zh, terminal.start);
    progress.advance(terminal.start + milliseconds(299));
    CHECK(terminal.take().empty());
    progress.advance(terminal.start + milliseconds(300));
    CHECK(terminal.take() == "\r2 / 8 个文件（25%），每秒 6.7 个，剩余 0:01");
    progress.advance(terminal.start + milliseconds(399));
    CHECK(terminal.take().empty());
    progress.advance(terminal.start + milliseconds(400));
    CHECK(terminal.take() == "\r4 / 8 个文件（50%），每秒 10 个，剩余 0:00" + std::string(1, ' '));
  }
  CHECK(terminal.take() == "\r" + std::string(43, ' ') + "\r");
}

TEST_CASE("who writes to the terminal erases it first, and it comes back when it is due", "[cli]") {
  Terminal terminal;
  Progress progress(&terminal.out, 4, Language::en, terminal.start);
  progress.erase();
  CHECK(terminal.take().empty());
  progress.advance(terminal.start + milliseconds(300));
  CHECK(terminal.take() == "\r1 of 4 files (25%), 3.3 a second, 0:01 left");
  progress.erase();
  progress.erase();
  CHECK(terminal.take() == "\r" + std::string(43, ' ') + "\r");
  progress.advance(terminal.start + milliseconds(350));
  CHECK(terminal.take().empty());
  progress.advance(terminal.start + milliseconds(400));
  CHECK(terminal.take() == "\r3 of 4 files (75%), 7.5 a second, 0:00 left");
}

TEST_CASE("without a terminal nothing is written", "[cli]") {
  Progress progress(nullptr, 2, Language::zh);
  progress.advance(Progress::Clock::now() + milliseconds(1000));
  progress.erase();
  CHECK_FALSE(Progress::is_shown_on(nullptr));
  CHECK_FALSE(Progress::is_shown_on(""));
  CHECK_FALSE(Progress::is_shown_on("dumb"));
  CHECK(Progress::is_shown_on("xterm-256color"));
}

}  // namespace
}  // namespace gialint
