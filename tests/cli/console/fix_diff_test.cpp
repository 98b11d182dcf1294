#include "engine/cli/console/fix_diff.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a diff shows each change with three lines around it", "[cli][fix]") {
  CHECK(unified_diff("a.txt", "1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\n4\n五\n6\n7\n") ==
        "--- a.txt\n+++ a.txt\n@@ -2,6 +2,6 @@\n 2\n 3\n 4\n-5\n+五\n 6\n 7\n");
}

TEST_CASE("changes near each other share a hunk, others have their own", "[cli][fix]") {
  CHECK(unified_diff("a", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n") ==
        "--- a\n+++ a\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
  CHECK(unified_diff("a", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n") ==
        "--- a\n+++ a\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

TEST_CASE("lines that come and go are counted", "[cli][fix]") {
  CHECK(unified_diff("a", "1\n2\n", "1\n甲\n乙\n2\n") == "--- a\n+++ a\n@@ -1,2 +1,4 @@\n 1\n+甲\n+乙\n 2\n");
  CHECK(unified_diff("a", "1\n2\n3\n", "1\n3\n") == "--- a\n+++ a\n@@ -1,3 +1,2 @@\n 1\n-2\n 3\n");
  CHECK(unified_diff("a", "", "1\n") == "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+1\n");
  CHECK(unified_diff("a", "1\n", "1\n").empty());
}

TEST_CASE("a missing line end at the end of the file is told", "[cli][fix]") {
  CHECK(unified_diff("a", "1\r\n2", "1\r\n3") ==
        "--- a\n+++ a\n@@ -1,2 +1,2 @@\n 1\r\n-2\n\\ No newline at end of file\n+3\n\\ No newline at end of file\n");
}

TEST_CASE("a terminal gets colour and no control characters", "[cli][fix]") {
  CHECK(unified_diff("a", "\x1b\n", "乙\n", {true, true}) ==
        "\033[1m--- a\033[0m\n\033[1m+++ a\033[0m\n\033[36m@@ -1,1 +1,1 @@\033[0m\n\033[31m-\\u{1b}\033[0m\n"
        "\033[32m+乙\033[0m\n");
}

}  // namespace
}  // namespace gialint
