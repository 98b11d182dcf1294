#include "engine/readers/html_scan.hpp"

#include <string>

#include <catch2/catch.hpp>

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

TEST_CASE("HTML is told from text that mentions tags", "[readers]") {
  CHECK(looks_like_html("<!doctype HTML>\n"));
  CHECK(looks_like_html("<!-- a --> <HTML><p>甲"));
  CHECK(looks_like_html("<?xml version='1.0'?><!DOCTYPE html PUBLIC \"a\"><html></html>"));
  CHECK(looks_like_html("<div><p>甲</p><p>乙</p></div>\n"));
  CHECK(looks_like_html("说明<table><tr><td>规章</td><td>1</td></tr></table>"));
  CHECK_FALSE(looks_like_html("<!DOCTYPE svg>"));
  CHECK_FALSE(looks_like_html("网站<http://a.cn/b>，邮箱<a@b.cn>，<img src=\"a.png\">，换行<br></br>"));
  CHECK_FALSE(looks_like_html("正文里写着 <p>、<div> 和 <table> 三个标签，</p> 也写着。"));
  CHECK_FALSE(looks_like_html("# 标题\n\n正文一段，很长的一段。\n\n|甲|<p>乙</p>|<p>丙</p>|<p>丁</p>|\n"));
  CHECK_FALSE(looks_like_html("一、总体情况\n1 < 2\n"));
  CHECK_FALSE(looks_like_html(""));
}

}  // namespace gialint
