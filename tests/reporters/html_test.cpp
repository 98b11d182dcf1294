#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/hash/sha256.hpp"
#include "tests/reporters/html_page.hpp"
#include "tests/reporters/sample_run.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

using test::HtmlPage;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The sample run, and of its first file the model, one diagnostic that is suppressed and one that the baseline holds.
SampleRun run_with_quiet(Language language = Language::zh) {
  SampleRun run = sample_run(language);
  FileResult& file = run.files[0];
  file.report = std::make_shared<const Report>(test::read_report(std::string(file.source->text())));
  Diagnostic suppressed = file.diagnostics[0];
  suppressed.message = "suppressed one";
  Diagnostic known = file.diagnostics[1];
  known.message = "known one";
  file.suppressed = {{suppressed, {"已另行公布", {"gialint.toml", 12, 1}}}};
  file.in_baseline = {known};
  file.organ = "某县退役军人局";
  file.year = 2022;
  run.summary.suppressed = 1;
  run.summary.known = 1;
  return run;
}

/// What holds for every page, whatever the run.
void check_page(const std::string& text) {
  const HtmlPage page(text);
  CHECK(page.errors() == 0);
  const std::vector<std::string> ids = page.values_of("id");
  const std::set<std::string> distinct(ids.begin(), ids.end());
  CHECK(distinct.size() == ids.size());
  for (const std::string& target : page.values_of("href")) {
    INFO(target);
    REQUIRE(target.substr(0, 1) == "#");
    CHECK(distinct.count(target.substr(1)) == 1);
  }
  CHECK(page.values_of("src").empty());
  CHECK(page.values_of("style").empty());
  page.for_each([](const GumboNode& node) {
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i)
      CHECK(std::string(static_cast<const GumboAttribute*>(attributes.data[i])->name).substr(0, 2) != "on");
  });

  // One style and one script, and both are those that the page allows.
  const std::vector<std::string> contents = page.values_of("content");
  const auto allowed = [&](std::string_view tag, const std::string& directive) {
    const std::vector<const GumboNode*> elements = page.find(tag);
    REQUIRE(elements.size() == 1);
    const GumboVector& children = elements[0]->v.element.children;
    REQUIRE(children.length == 1);
    const std::string hash = sha256_base64(static_cast<const GumboNode*>(children.data[0])->v.text.text);
    CHECK(std::any_of(contents.begin(), contents.end(), [&](const std::string& content) {
      return has(content, "default-src 'none'") && has(content, directive + " 'sha256-" + hash + "'");
    }));
  };
  allowed("style", "style-src");
  allowed("script", "script-src");
}

TEST_CASE("a run is one page, in Chinese", "[reporters]") {
  const std::string out = printed(run_with_quiet(), "html");
  CHECK(out == expected_output("run.html", out));
  check_page(out);
}

TEST_CASE("the page is English when the run is", "[reporters]") {
  const std::string out = printed(run_with_quiet(Language::en), "html");
  check_page(out);
  CHECK(has(out, "<html lang=\"en\">"));
  CHECK(has(out, "Write the header as the form has it."));
  CHECK(has(out, "1 suppressed"));
  CHECK_FALSE(has(out, "错误"));
}

TEST_CASE("a finding leads to its mark and back, and says what is known of it", "[reporters]") {
  const HtmlPage page(printed(run_with_quiet(), "html"));
  const GumboNode* const item = page.by_id("f1-d4");
  REQUIRE(item);
  const std::string text = HtmlPage::text_of(*item);
  CHECK(has(text, "错误 6:9 表头“本年度止”应为“本年废止”"));
  CHECK(has(text, "照格式改表头"));
  CHECK(has(text, "国办公开办函〔2021〕30号，第二部分"));
  CHECK(has(text, "可自动修改"));
  const GumboNode* const mark = page.by_id("f1-m4");
  REQUIRE(mark);
  CHECK(HtmlPage::has_class(*mark, "e"));
  CHECK(HtmlPage::text_of(*mark) == "本年度止");
  // Both places that it is about.
  CHECK(HtmlPage::text_of(*page.by_id("f1-m1")) == "12");
  CHECK(HtmlPage::text_of(*page.by_id("f1-m1-1")) == "58");
}

TEST_CASE("what does not count is on the page and is told apart", "[reporters]") {
  const HtmlPage page(printed(run_with_quiet(), "html"));
  const std::vector<const GumboNode*> items = page.find("li", "q");
  REQUIRE(items.size() == 2);
  CHECK(has(HtmlPage::text_of(*items[0]), "已抑制：已另行公布 gialint.toml:12:1"));
  CHECK(has(HtmlPage::text_of(*items[1]), "基线中已有"));
  CHECK(HtmlPage::attribute(*page.by_id("f1"), "data-n") ==
        "sample/empty-part:i:1 sample/header-text:e:1 sample/missing-part:e:1 sample/part-count:w:2");
  CHECK(HtmlPage::attribute(*page.by_id("f1"), "data-q") == "sample/part-count:w:2");
}

TEST_CASE("a file without findings is named, without its text", "[reporters]") {
  SampleRun run = run_of("一、总体\n全文\n", {});
  const std::string out = printed(run, "html");
  check_page(out);
  CHECK(has(out, "a.txt</bdi>：没有发现问题"));
  CHECK_FALSE(has(out, "全文"));
}

TEST_CASE("an unreadable file and a failed rule are said", "[reporters]") {
  const HtmlPage page(printed(sample_run(), "html"));
  const std::string text = HtmlPage::text_of(*page.by_id("main"));
  CHECK(has(text, "数据/缺.txt"));
  CHECK(has(text, "no such file"));
  CHECK(has(text, "ran over its budget of steps"));
}

TEST_CASE("what rules about all files say comes without the text a second time", "[reporters]") {
  SampleRun run = run_of("一、总体\n", {});
  FileResult later = run.files[0];
  later.at_end_of_run = true;
  Diagnostic diagnostic;
  diagnostic.rule = "sample/alike";
  diagnostic.span = {0, 3};
  diagnostic.message = "alike";
  later.diagnostics = {diagnostic};
  run.files.push_back(later);
  const std::string out = printed(run, "html");
  check_page(out);
  CHECK(has(out, "整批检查所见"));
  CHECK_FALSE(has(out, "class=\"paper\""));
}

TEST_CASE("last year's file is named with its place and its words", "[reporters]") {
  Result<SourceText> other = SourceText::from_bytes("上年/旧.txt", "第一行\n结转 3 件\n");
  REQUIRE(other.ok());
  Diagnostic diagnostic;
  diagnostic.rule = "sample/part-count";
  diagnostic.span = {0, 3};
  diagnostic.message = "differs";
  diagnostic.related = {{{17, 18}, "", "there"}};
  diagnostic.related[0].source = std::make_shared<const SourceText>(*std::move(other));
  const HtmlPage page(printed(run_of("一、总体\n", {diagnostic}), "html"));
  REQUIRE(page.by_id("f1-d1"));
  CHECK(has(HtmlPage::text_of(*page.by_id("f1-d1")), "上年/旧.txt:2:4 there 3"));
}

TEST_CASE("nothing that a file holds becomes markup", "[reporters]") {
  const std::vector<std::string> hostile = {"</script><script>alert(1)</script>",
                                            "</noscript></details><img src=x onerror=alert(1)>",
                                            "a\"b'c>d<e&f&amp;",
                                            "line\nbreak\r\tand tab",
                                            std::string("nul\0byte", 8),
                                            "\x1b[31m\x7f\xC2\x85",
                                            "\xff\xfe\xc3(",
                                            "\xE2\x80\xAE\xEF\xBF\xBE\xF0\x9F\xBF\xBF",
                                            "-->]]>{{7*7}}",
                                            "javascript:alert(1)",
                                            " ",
                                            ""};
  for (const std::string& name : hostile) {
    CAPTURE(name);
    SampleRun run = run_with_quiet();
    // Text that a report may hold; a file of nothing but controls would be binary.
    FileResult& file = run.files[0];
    Result<SourceText> source =
        SourceText::from_bytes(name, "一、总体情况\n内容 " + name + " 内容 58 件\n", Encoding::utf8);
    if (source) file.source = std::make_shared<const SourceText>(*std::move(source));
    if (source) file.report = std::make_shared<const Report>(test::read_report(std::string(file.source->text())));
    file.path = name;
    file.organ = name;
    for (Diagnostic& diagnostic : file.diagnostics) {
      diagnostic.message = name;
      diagnostic.rule = name;
      diagnostic.place = name;
      for (Related& related : diagnostic.related) related.message = name;
      if (diagnostic.fix) {
        diagnostic.fix->message = name;
        for (Edit& edit : diagnostic.fix->edits) edit.replacement = name;
      }
    }
    file.suppressed[0].suppression = {name, {name}};
    file.rule_failures = {{name, {{name}, {name, name}}}};
    run.files[2].unreadable = Failure{{name}, {name, name}};
    run.files[2].path = name;
    run.files[1].path = name;
    run.files[1].rule_failures.clear();
    run.info.rules[0].basis = {name};
    run.info.rules[0].title = {name, name};
    run.info.rules[3].help = {name, name};
    run.info.version = name;
    check_page(printed(run, "html"));
  }
}

}  // namespace
}  // namespace gialint
