#include "engine/text/mapped_text.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

#include <catch2/catch.hpp>

using gialint::MappedText;
using gialint::Span;

namespace {
std::size_t allocated_bytes = 0;  // by this program so far
}  // namespace

void* operator new(std::size_t size) {
  allocated_bytes += size;
  if (void* const block = std::malloc(size == 0 ? 1 : size)) return block;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  allocated_bytes += size;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { std::free(block); }

TEST_CASE("text joined from lines knows where each byte came from") {
  // 公开, a line end, 情况
  MappedText joined;
  joined.append("公开", 0);
  joined.append("情况", 7);
  CHECK(joined.text() == "公开情况");
  CHECK(joined.source() == Span{0, 13});
  CHECK(joined.source({0, 6}) == Span{0, 6});
  CHECK(joined.source({6, 12}) == Span{7, 13});
  CHECK(joined.source({3, 9}) == Span{3, 10});
}

TEST_CASE("a piece that stands for something else leads to all of it") {
  // a&amp;b
  MappedText text;
  text.append("a", 0);
  text.append_as("&", {1, 6});
  text.append("b", 6);
  CHECK(text.text() == "a&b");
  CHECK(text.source({1, 2}) == Span{1, 6});
  CHECK(text.source({0, 2}) == Span{0, 6});
  CHECK(text.source({1, 3}) == Span{1, 7});
  CHECK(text.source() == Span{0, 7});
}

TEST_CASE("a piece that stands for nothing has an empty place") {
  MappedText text;
  text.append("甲", 10);
  text.append_as(" ", {13, 13});
  text.append("乙", 20);
  CHECK(text.source({3, 4}) == Span{13, 13});
  CHECK(text.source() == Span{10, 23});
}

TEST_CASE("an empty part has an empty place") {
  MappedText text;
  CHECK(text.empty());
  CHECK(text.source() == Span{0, 0});
  CHECK(text.source({0, 0}) == Span{0, 0});
  text.append("", 99);
  text.append_as("", {98, 99});
  CHECK(text.empty());
  text.append("ab", 5);
  text.append("cd", 9);
  CHECK(text.source({1, 1}) == Span{6, 6});
  CHECK(text.source({2, 2}) == Span{9, 9});
  CHECK(text.source({4, 4}) == Span{11, 11});
  CHECK(text.source({9, 99}) == Span{11, 11});
}

TEST_CASE("copies that follow each other in the source read as one") {
  MappedText text;
  text.append("ab", 5);
  text.append("cd", 7);
  text.append_as("x", {9, 12});
  text.append("e", 12);
  text.append("f", 13);
  CHECK(text.source({1, 3}) == Span{6, 8});
  CHECK(text.source({4, 5}) == Span{9, 12});
  CHECK(text.source({5, 6}) == Span{12, 13});
  CHECK(text.source({6, 7}) == Span{13, 14});
}

TEST_CASE("a part of a mapped text keeps its places") {
  MappedText text;
  text.append("abcd", 10);
  text.append_as("&", {14, 19});
  text.append("efgh", 30);
  const MappedText part = text.sub({2, 7});
  CHECK(part.text() == "cd&ef");
  for (std::uint32_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    CHECK(part.source({i, i + 1}) == text.source({i + 2, i + 3}));
  }
  CHECK(part.source() == Span{12, 32});
  CHECK(text.sub({3, 3}).empty());
  CHECK(text.sub({8, 99}).text() == "h");
  CHECK(text.sub({8, 99}).source() == Span{33, 34});
}

TEST_CASE("one mapped text is added to another, itself too") {
  MappedText first;
  first.append("ab", 0);
  MappedText second;
  second.append("cd", 10);
  second.append_as("e", {12, 15});
  first.append(second);
  CHECK(first.text() == "abcde");
  CHECK(first.source({2, 3}) == Span{10, 11});
  CHECK(first.source({4, 5}) == Span{12, 15});
  first.append(first);
  CHECK(first.text() == "abcdeabcde");
  CHECK(first.source({7, 8}) == Span{10, 11});
  CHECK(first.source({9, 10}) == Span{12, 15});
}

// Doubling the pieces doubles what is allocated, in all, to hold them: no more than once is anything copied.
TEST_CASE("a text put together of many pieces takes space in proportion to them") {
  const auto allocated = [](std::uint32_t pieces) {
    const std::size_t before = allocated_bytes;
    MappedText whole;
    for (std::uint32_t i = 0; i < pieces; ++i) {
      MappedText piece;
      piece.append("1", 2 * i);
      whole.append(piece);
    }
    CHECK(whole.text().size() == pieces);
    return allocated_bytes - before;
  };
  const std::size_t once = allocated(4096);
  CHECK(allocated(8192) < once * 5 / 2);
}

TEST_CASE("pieces out of their order in the source are held by one place") {
  MappedText text;
  text.append("ab", 10);
  text.append("cd", 2);
  CHECK(text.source() == Span{3, 11});
}
