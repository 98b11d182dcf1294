#include "engine/text/gb18030.hpp"

#include <catch2/catch.hpp>

#include "engine/text/source_text.hpp"

namespace gialint {
namespace {

TEST_CASE("a text in GB18030 reads back as it was", "[text]") {
  CHECK(to_gb18030("") == "");
  CHECK(to_gb18030("a件") == "a\xBC\xFE");
  for (const std::string text : {"一、总体情况\r\n本年新收 58 件", "“〔2021〕30号”—", "𠮷、é、\u2026\u00b7"}) {
    INFO(text);
    const std::optional<std::string> bytes = to_gb18030(text);
    REQUIRE(bytes);
    const Result<SourceText> read = SourceText::from_bytes("a.txt", *bytes, Encoding::gb18030);
    REQUIRE(read.ok());
    CHECK(read->text() == text);
  }
}

TEST_CASE("what has no place in GB18030 is not put there", "[text]") {
  CHECK_FALSE(to_gb18030("a\xED\xA0\x80z"));  // half a surrogate pair is no character
  CHECK_FALSE(to_gb18030("\xFF"));
}

}  // namespace
}  // namespace gialint
