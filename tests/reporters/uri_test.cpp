#include "reporters/uri.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a path is percent-encoded but for its slashes", "[reporters]") {
  CHECK(file_uri("数据/2024年报.txt", "").uri == "%E6%95%B0%E6%8D%AE/2024%E5%B9%B4%E6%8A%A5.txt");
  CHECK(file_uri("a b#1?/100%:~-_.txt", "").uri == "a%20b%231%3F/100%25%3A~-_.txt");
  CHECK(file_uri("back\\slash\xFF", "").uri == "back%5Cslash%FF");
}

TEST_CASE("a path is named from the root, whichever way it was given", "[reporters]") {
  CHECK(file_uri("./a//b/../c.txt", "/home/reports").uri == "a/c.txt");
  CHECK(file_uri("/home/reports/a/c.txt", "/home/reports").uri == "a/c.txt");
  CHECK(file_uri("/home/reports/a/c.txt", "/home/reports/").uri == "a/c.txt");
  CHECK(file_uri("../reports/c.txt", "/home/reports").uri == "c.txt");
  CHECK(file_uri("..c.txt", "/home/reports").uri == "..c.txt");
  CHECK(file_uri("a/c.txt", "/home/reports").is_relative);
}

TEST_CASE("a file outside the root is named absolutely", "[reporters]") {
  const FileUri outside = file_uri("../other/年.txt", "/home/reports");
  CHECK(outside.uri == "file:///home/other/%E5%B9%B4.txt");
  CHECK_FALSE(outside.is_relative);
  CHECK(file_uri("/tmp/a.txt", "").uri == "file:///tmp/a.txt");
}

}  // namespace
}  // namespace gialint
