#include "engine/readers/format_evidence.hpp"

#include <catch2/catch.hpp>

namespace gialint {

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
