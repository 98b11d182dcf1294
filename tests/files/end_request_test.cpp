#include "engine/files/end_request.hpp"

#include <array>
#include <csignal>
#include <thread>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace gialint {
namespace {

using Ready = EndRequest::Ready;

TEST_CASE("a request to end is noted, and wakes whoever waits", "[files]") {
  std::array<int, 2> pipe = {};
  REQUIRE(::pipe(pipe.data()) == 0);
  {
    const EndRequest end;
    CHECK_FALSE(EndRequest::is_there());
    CHECK_FALSE(EndRequest::wait(std::chrono::milliseconds(1)));
    CHECK(EndRequest::wait_for(pipe[0], false, std::chrono::milliseconds(1)) == Ready::time);
    CHECK(EndRequest::wait_for(pipe[1], true) == Ready::stream);
    Ready found = Ready::time;
    std::thread waiting([&] { found = EndRequest::wait_for(pipe[0], false); });
    CHECK(std::raise(SIGTERM) == 0);
    waiting.join();
    CHECK(found == Ready::request);
    CHECK(EndRequest::is_there());
    CHECK(EndRequest::signal() == SIGTERM);
    CHECK(EndRequest::wait(std::chrono::hours(1)));
    REQUIRE(::write(pipe[1], "x", 1) == 1);
    CHECK(EndRequest::wait_for(pipe[0], false) == Ready::stream);
  }
  CHECK_FALSE(EndRequest::is_there());
  ::close(pipe[0]);
  ::close(pipe[1]);
}

TEST_CASE("a signal that was ignored stays ignored", "[files]") {
  std::signal(SIGHUP, SIG_IGN);
  {
    const EndRequest end;
    CHECK(std::raise(SIGHUP) == 0);
    CHECK_FALSE(EndRequest::is_there());
  }
  std::signal(SIGHUP, SIG_DFL);
}

}  // namespace
}  // namespace gialint
