#include "engine/cli/console/timing.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

using std::chrono::microseconds;

RunTiming example() {
  RunTiming timing;
  timing.files = 2;
  timing.stages[static_cast<std::size_t>(Stage::tables)] = microseconds(1000);
  timing.stages[static_cast<std::size_t>(Stage::rules)] = microseconds(3000);
  timing.rules["a/cheap"] = {2, microseconds(400), microseconds(300), "一.txt"};
  timing.rules["b/dear"] = {1, microseconds(2000), microseconds(2000), "b.txt"};
  return timing;
}

TEST_CASE("stages come in their order, rules by what they took, columns aligned", "[cli]") {
  CHECK(timing_tables(example(), Language::en) ==
        "time taken (2 files, all threads added up)\n"
        "stage       total ms  share %  µs per file\n"
        "decode           0.0      0.0          0.0\n"
        "blocks           0.0      0.0          0.0\n"
        "outline          0.0      0.0          0.0\n"
        "tables           1.0     25.0        500.0\n"
        "paragraphs       0.0      0.0          0.0\n"
        "totals           0.0      0.0          0.0\n"
        "claims           0.0      0.0          0.0\n"
        "rules            3.0     75.0       1500.0\n"
        "\n"
        "rule     calls  total ms  share %  µs per file  slowest file\n"
        "b/dear       1       2.0     50.0       1000.0  b.txt (2000.0 µs)\n"
        "a/cheap      2       0.4     10.0        200.0  一.txt (300.0 µs)\n");
}

TEST_CASE("the timing is told in Chinese too, and not at all of no file", "[cli]") {
  CHECK(timing_tables(example(), Language::zh).find("最慢的文件") != std::string::npos);
  CHECK(timing_tables(RunTiming{}, Language::zh).empty());
}

}  // namespace
}  // namespace gialint
