#include "engine/forms/word_index.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string found(const WordIndex& index, std::string_view text) {
  std::string out;
  index.find_all(text, [&](std::uint32_t word, std::uint32_t at) {
    out += (out.empty() ? "" : " ") + index.words()[word] + "@" + std::to_string(at);
  });
  return out;
}

TEST_CASE("every place of every word is found, from left to right") {
  WordIndex index;
  CHECK(index.add("申请") == 0);
  CHECK(index.add("公开申请") == 1);
  CHECK(index.add("请") == 2);
  CHECK(index.add("件") == 3);
  CHECK(found(index, "公开申请3件") == "公开申请@0 申请@6 请@9 件@13");
  CHECK(found(index, "申申请") == "申请@3 请@6");
  CHECK(found(index, "公开申").empty());
  CHECK(found(index, "").empty());
}

TEST_CASE("a word that is added twice keeps its number") {
  WordIndex index;
  index.add("申请");
  CHECK(index.add("公开") == 1);
  CHECK(index.add("申请") == 0);
  CHECK(index.words().size() == 2);
}

TEST_CASE("words of any script are found, and a cut character at the end is harmless") {
  WordIndex index;
  index.add("x");
  index.add("é");
  index.add("𠮷");
  CHECK(found(index, "xéx𠮷") == "x@0 é@1 x@3 𠮷@4");
  CHECK(found(index, "x\xF0\xA0") == "x@0");
}

TEST_CASE("of the words at one place the longest is given") {
  WordIndex index;
  index.add("个");
  index.add("个工作日");
  index.add("个月");
  CHECK(index.longest_at("20个工作日", 2) == 1);
  CHECK(index.longest_at("20个工作", 2) == 0);
  CHECK(index.longest_at("20个工作", 0) == -1);
}

TEST_CASE("an empty index finds nothing") { CHECK(found(WordIndex{}, "申请").empty()); }

}  // namespace
}  // namespace gialint
