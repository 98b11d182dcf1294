#include "engine/readers/html_scan.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/readers/html_elements.hpp"

namespace gialint {
namespace {

/// The tokens of `source` as "t(text)", "+(name:attributes)", "-(name)", "c(comment)", "r(raw)".
std::string scan(std::string_view source) {
  HtmlScanner scanner(source);
  HtmlToken token;
  std::string out;
  std::uint32_t end = 0;
  while (scanner.next(token)) {
    CHECK(token.span.begin == end);
    CHECK(token.span.end > token.span.begin);
    end = token.span.end;
    const std::string piece(source.substr(token.span.begin, token.span.size()));
    switch (token.kind) {
      case HtmlToken::Kind::text:
        out += "t(" + piece + ")";
        break;
      case HtmlToken::Kind::start_tag:
        out += "+(" + std::string(token.name) + ":" + std::to_string(token.attributes) + ")";
        if (holds_raw_text(token.name)) scanner.read_raw(token.name);
        break;
      case HtmlToken::Kind::end_tag:
        out += "-(" + std::string(token.name) + ")";
        break;
      case HtmlToken::Kind::comment:
        out += "c(" + piece + ")";
        break;
      case HtmlToken::Kind::raw:
        out += "r(" + piece + ")";
        break;
    }
  }
  CHECK(end == source.size());
  return out;
}

}  // namespace

TEST_CASE("an HTML source is cut into tags, text and comments", "[readers]") {
  CHECK(scan("<p class=a id='b>' hidden>甲</p>") == "+(p:3)t(甲)-(p)");
  CHECK(scan("<br/><IMG src=\"a>b\"/>") == "+(br:0)+(IMG:1)");
  CHECK(scan("a<!-- <p> -->b<!-->c<!--->d<!--x--!>e") ==
        "t(a)c(<!-- <p> -->)t(b)c(<!-->)t(c)c(<!--->)t(d)c(<!--x--!>)t(e)");
  CHECK(scan("<!DOCTYPE html><?xml v?></ 1><![if !x]>") == "c(<!DOCTYPE html>)c(<?xml v?>)c(</ 1>)c(<![if !x]>)");
  CHECK(scan("1 < 2, <中> & <3 <") == "t(1 < 2, <中> & <3 <)");
}

TEST_CASE("a script holds no tags", "[readers]") {
  CHECK(scan("<script>if (a<b) '<p>'</scripts></SCRIPT >x") == "+(script:0)r(if (a<b) '<p>'</scripts>)-(SCRIPT)t(x)");
  CHECK(scan("<style></style>") == "+(style:0)-(style)");
  CHECK(scan("<title>甲") == "+(title:0)r(甲)");
}

TEST_CASE("what is not closed goes on to the end", "[readers]") {
  CHECK(scan("a<!-- b") == "t(a)c(<!-- b)");
  CHECK(scan("a<p b='c") == "t(a)+(p:1)");
  CHECK(scan("a<p") == "t(a)+(p:0)");
  CHECK(scan("<") == "t(<)");
}

}  // namespace gialint
