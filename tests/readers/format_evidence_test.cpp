#include "engine/readers/format_evidence.hpp"

#include <catch2/catch.hpp>

namespace gialint {

TEST_CASE("HTML is told from text that mentions tags", "[readers]") {
  CHECK(looks_like_html("<!doctype HTML>\n"));
  CHECK(looks_like_html("<!-- a --> <HTML><p>甲"));
  CHECK(looks_like_html("<?xml version='1.0'?><!DOCTYPE html PUBLIC \"a\"><html></html>"));
  CHECK(looks_like_html("<div><p>甲</p><p>乙</p></div>\n"));
  CHECK(looks_like_html("<table><tr><td>规章</td><td>1</td></tr></table>"));
  CHECK_FALSE(looks_like_html("<!DOCTYPE svg>"));
  CHECK_FALSE(looks_like_html("网站<http://a.cn/b>，邮箱<a@b.cn>，<img src=\"a.png\">，换行<br></br>"));
  CHECK_FALSE(looks_like_html("正文里写着 <p>、<div> 和 <table> 三个标签，</p> 也写着。"));
  CHECK_FALSE(looks_like_html("# 标题\n\n正文一段，很长的一段。\n\n|甲|<p>乙</p>|<p>丙</p>|<p>丁</p>|\n"));
  CHECK_FALSE(looks_like_html("一、总体情况\n1 < 2\n"));
  CHECK_FALSE(looks_like_html(""));
}

TEST_CASE("Markdown among tags is Markdown", "[readers]") {
  // As pandoc writes a web page: its containers stay, everything in them is Markdown.
  CHECK_FALSE(
      looks_like_html("<div class=\"a\">\n\n<div>\n\n发布时间\n\n</div>\n\n| 规章 | 0 |\n|---|---|\n\n</div>\n"));
  CHECK_FALSE(looks_like_html("<div>\n\n# 一、总体情况\n\n<p>甲</p><p>乙</p>\n</div>\n"));
  CHECK_FALSE(looks_like_html("<div>\n\n甲\n\n乙\n\n丙\n\n丁\n\n<table><tr><td>1</td></tr></table>\n\n</div>\n"));
  // Each table a page of its own, as programs that read PDF write them.
  CHECK_FALSE(looks_like_html(
      "<html><body><table><tr><td>规章</td></tr></table></body></html>\n\n# 三、申请\n\n很长的一段正文。\n"));
  CHECK_FALSE(
      looks_like_html("正文很长，有好几句话。\n<html><body><table><tr><td>规章</td><td>0</td></tr></table></body></"
                      "html>\n正文也很长。\n"));
}

TEST_CASE("a page is HTML whatever it holds", "[readers]") {
  CHECK(looks_like_html("<!DOCTYPE html><body><div># 甲\n\n|---|---|\n</div>"));
  CHECK(looks_like_html("<html><body><div>甲\n# 乙\n|---|</div></body></html>\n"));
  CHECK(looks_like_html("<div>甲<br>乙</div><div>丙</div><p>丁</p>"));
  CHECK(looks_like_html("<div><p>甲</p>\n\n<p>乙</p>\n\n<p>丙</p>\n\n<p>丁</p></div>"));
  CHECK(looks_like_html("<div>首页</div><table><tr><td><p>一、总体情况</p><p>正文</p></td></tr></table>"));
}

TEST_CASE("heading marks, rules under headers and tables in HTML show Markdown", "[readers]") {
  CHECK(looks_like_markdown("甲\n## 乙\n"));
  CHECK(looks_like_markdown("甲|乙\r\n---|---\r\n"));
  CHECK(looks_like_markdown("见下表：<table><tr><td>规章</td></tr></table>"));
  CHECK_FALSE(looks_like_markdown("见 <table> 一节，<th> 同。"));
  CHECK_FALSE(looks_like_markdown("**甲**\n- 乙\n#丙\n"));
}

TEST_CASE("escapes that only Markdown writes show it", "[readers]") {
  CHECK(looks_like_markdown("1\\.主动公开\n2\\.依申请公开162\\.8万元\n"));
  CHECK_FALSE(looks_like_markdown("1\\.主动公开\n2.依申请公开\n"));
  CHECK_FALSE(looks_like_markdown("C:\\a\\b\\c\\d\n"));
}

}  // namespace gialint
