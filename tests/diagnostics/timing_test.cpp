#include "engine/diagnostics/timing.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

using std::chrono::nanoseconds;

TEST_CASE("a run adds up its files and remembers the slowest", "[diagnostics]") {
  FileTiming a;
  a.stages[0] = nanoseconds(5);
  a.rules = {{"x/one", nanoseconds(10)}, {"x/two", nanoseconds(1)}};
  FileTiming b;
  b.stages[0] = nanoseconds(7);
  b.rules = {{"x/one", nanoseconds(30)}};
  RunTiming run;
  run.add("a.txt", a);
  run.add("b.txt", b);
  CHECK(run.files == 2);
  CHECK(run.stages[0] == nanoseconds(12));
  CHECK(run.rules.at("x/one").calls == 2);
  CHECK(run.rules.at("x/one").total == nanoseconds(40));
  CHECK(run.rules.at("x/one").worst == nanoseconds(30));
  CHECK(run.rules.at("x/one").worst_file == "b.txt");
  CHECK(run.rules.at("x/two").calls == 1);
}

TEST_CASE("a stopwatch writes laps down, and without a place to write to does nothing", "[diagnostics]") {
  FileTiming timing;
  Stopwatch stopwatch(&timing);
  stopwatch.lap(Stage::tables);
  stopwatch.lap("x/one");
  CHECK(timing.rules.size() == 1);
  CHECK(timing.rules[0].rule == "x/one");
  CHECK(timing.stages[static_cast<std::size_t>(Stage::rules)] == nanoseconds(0));

  Stopwatch idle(nullptr);
  idle.lap(Stage::tables);
  idle.lap("x/one");
  idle.restart();
  CHECK(timing.rules.size() == 1);
}

}  // namespace
}  // namespace gialint
