#include "engine/readers/html_limits.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace gialint {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// `text` with a # in it counted up: each copy another one.
std::string numbered(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    for (const char c : text) out += c == '#' ? std::to_string(i) : std::string(1, c);
  }
  return out;
}

}  // namespace

TEST_CASE("pages as people write them may be parsed", "[readers]") {
  CHECK(is_safe_to_parse("<!DOCTYPE html><html><body><p>甲</p></body></html>"));
  // Not closed, but closed by what follows.
  CHECK(is_safe_to_parse(repeated("<p>甲", 5000)));
  CHECK(is_safe_to_parse("<ul>" + repeated("<li><div>甲</div>", 5000)));
  CHECK(is_safe_to_parse("<table>" + repeated("<tr><td><font size=2>1<td>2", 5000)));
  CHECK(is_safe_to_parse("<select>" + repeated("<option>甲", 5000)));
  CHECK(is_safe_to_parse(repeated("<font color=red><p>甲</font></p>", 5000)));
  CHECK(is_safe_to_parse("<div>" + repeated("<br><img src=a><input>", 5000)));
  CHECK(is_safe_to_parse(repeated("<svg><g><path d='a'/><path/></g></svg>", 5000)));
  // The same tag left open again and again counts three times at most.
  CHECK(is_safe_to_parse(repeated("<p><b>甲</p>", 1000)));
  // Layout tables, ten deep.
  CHECK(is_safe_to_parse(repeated("<table><tr><td><div>", 10) + repeated("<span><font><b>甲</b></font></span>", 1000)));
}

TEST_CASE("what would take a parser quadratic time is found before it is parsed", "[readers]") {
  CHECK_FALSE(is_safe_to_parse(repeated("<div>", 5000)));
  CHECK_FALSE(is_safe_to_parse(repeated("<span>", 5000)));
  CHECK_FALSE(is_safe_to_parse(repeated("<table><tr><td>", 500)));
  // An end tag that a table cell keeps from closing anything.
  CHECK_FALSE(is_safe_to_parse(repeated("<div><table><tr><td></div>", 500)));
  CHECK_FALSE(is_safe_to_parse(numbered("<p><font size=#>甲</p>", 5000)));
  CHECK_FALSE(is_safe_to_parse("<p>" + numbered("<font size=#>", 200) + "</p>" + repeated("<p>甲</p>", 5000)));
  CHECK_FALSE(is_safe_to_parse("<p>" + numbered("<font size=#>", 200) + "</p>" +
                               repeated("<div><object></object></div>", 5000)));
  CHECK_FALSE(is_safe_to_parse("<p " + numbered(" a#", 5000) + ">"));
  CHECK_FALSE(is_safe_to_parse(numbered("<html a#>", 5000)));
  CHECK_FALSE(is_safe_to_parse(repeated("<frameset>", 5000)));
  // Tags that look as if a script or a title hid them.
  CHECK_FALSE(is_safe_to_parse("<svg><title>" + repeated("<g>", 5000)));
  CHECK_FALSE(is_safe_to_parse("<select><style></select>" + repeated("<b>", 5000)));
  CHECK_FALSE(is_safe_to_parse(repeated("<svg><desc><p>", 500)));
}

}  // namespace gialint
