#include "engine/lsp/uri_path.hpp"

#include <catch2/catch.hpp>

namespace gialint {
namespace {

TEST_CASE("a file's URI gives its path, escapes undone", "[lsp]") {
  CHECK(path_of_uri("file:///home/a.txt") == "/home/a.txt");
  CHECK(path_of_uri("FILE:///home/%e7%94%B2%20b.txt") == "/home/甲 b.txt");
  CHECK(path_of_uri("file:/home/a.txt") == "/home/a.txt");
  CHECK(path_of_uri("file://localhost/home/a.txt") == "/home/a.txt");
  CHECK(path_of_uri("file:///home/甲.txt") == "/home/甲.txt");
  CHECK(path_of_uri("file:///100%/%4/%zz") == "/100%/%4/%zz");
  CHECK(path_of_uri("file:///a.txt?x=1#2") == "/a.txt");
}

TEST_CASE("what names no file of this machine gives no path", "[lsp]") {
  for (const char* uri : {"untitled:Untitled-1", "file:", "file://", "file://server/a.txt", "file:a.txt", "",
                          "file:///a%00b", "http://example.org/a.txt"}) {
    INFO(uri);
    CHECK_FALSE(path_of_uri(uri));
  }
}

TEST_CASE("what is no file is called by its last word", "[lsp]") {
  CHECK(name_of_uri("untitled:Untitled-1") == "Untitled-1");
  CHECK(name_of_uri("untitled:/home/a/../b.txt") == "b.txt");
  CHECK(name_of_uri("untitled:") == "untitled");
  CHECK(name_of_uri("untitled:..") == "untitled");
  CHECK(name_of_uri("") == "untitled");
}

}  // namespace
}  // namespace gialint
