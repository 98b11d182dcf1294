#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/office/word_comments.hpp"
#include "engine/office/word_package.hpp"
#include "tests/cli/program.hpp"
#include "tests/office/anchored_text.hpp"
#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

/// A report in which the rules of fixtures/cli find 甲 (error) in prose and 乙 (warning) in a table.
std::string report(const std::string& settings = {}) {
  return word_file({word_paragraph("青山县水务局2023年政府信息公开工作年度报告") + word_paragraph("一、总体情况") +
                        word_paragraph("我局全年主动公开，甲处应当报错。") +
                        word_paragraph("二、主动公开政府信息情况") + "<w:tbl><w:tr>" + word_cell("信息内容") +
                        word_cell("本年处理决定数量") + "</w:tr><w:tr>" + word_cell("行政许可") + word_cell("乙") +
                        "</w:tr></w:tbl>",
                    {},
                    {},
                    {},
                    settings});
}

struct Desk {
  Desk() { folder.write("报告.docx", report()); }
  [[nodiscard]] Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const {
    return gialint(with_test_rules(std::move(arguments)),
                   {folder.path(), input, {{"SOURCE_DATE_EPOCH", "1738310400"}}});
  }
  [[nodiscard]] std::string part(const std::string& file, std::string_view name) const {
    const std::string bytes = bytes_of(folder / file);
    const Result<WordPackage> package = WordPackage::open(bytes);
    REQUIRE(package.ok());
    const Result<std::string> xml = package->xml(name);
    return xml.ok() ? *xml : std::string();
  }
  Folder folder;
};

using Anchored = std::map<std::string, std::string>;

bool holds(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

}  // namespace

TEST_CASE("each diagnostic becomes a comment on its text", "[cli][comment]") {
  const Desk desk;
  const Outcome run = desk.run({"comment", "报告.docx", "-o", "批注.docx"});
  CHECK(run.status == 1);
  CHECK(holds(run.out, "报告.docx:3:10: error: “一、总体情况”第1段: "));
  CHECK(holds(run.out, "报告.docx:6:6: warning: 表二第2行第2列: "));
  CHECK(run.err == "报告.docx → 批注.docx: 写入批注 2 条，换掉以前的 0 条\n");
  CHECK(bytes_of(desk.folder / "报告.docx") == report());
  const std::string document = desk.part("批注.docx", "word/document.xml");
  CHECK(anchored_text(document) == Anchored{{"0", "甲"}, {"1", "乙"}});
  const std::string comments = desk.part("批注.docx", "word/comments.xml");
  CHECK(holds(comments, "w:author=\"gialint\""));
  CHECK(holds(comments, "w:date=\"2025-01-31T08:00:00Z\""));
  CHECK(holds(comments, "错误："));
  CHECK(holds(comments, "规则：test/error-word"));
}

TEST_CASE("a second run replaces the comments, --remove gives the document back", "[cli][comment]") {
  const Desk desk;
  CHECK(desk.run({"comment", "--in-place", "报告.docx"}).status == 1);
  const std::string once = bytes_of(desk.folder / "报告.docx");
  CHECK(once != report());
  const Outcome again = desk.run({"comment", "--in-place", "报告.docx"});
  CHECK(again.err == "报告.docx → 报告.docx: 写入批注 2 条，换掉以前的 2 条\n");
  CHECK(bytes_of(desk.folder / "报告.docx") == once);
  // Comments are no text of the report: nothing is found in them, and nothing moves.
  CHECK(holds(desk.run({"check", "报告.docx"}).out, "报告.docx:3:10: error"));
  const Outcome removed = desk.run({"comment", "--remove", "--in-place", "报告.docx"});
  CHECK(removed.status == 0);
  CHECK(removed.err == "报告.docx → 报告.docx: 去掉批注 2 条，文档与写批注以前逐字节相同\n");
  CHECK(bytes_of(desk.folder / "报告.docx") == report());
}

TEST_CASE("a folder is commented in place, texts in it are passed over", "[cli][comment]") {
  const Desk desk;
  desk.folder.write("r/a.docx", report());
  desk.folder.write("r/b.txt", "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n甲。\n");
  desk.folder.write("r/~$a.docx", std::string(162, 'x'));
  const Outcome run = desk.run({"comment", "--in-place", "-q", "r"});
  CHECK(run.status == 1);
  CHECK(run.err.empty());
  CHECK(anchored_text(desk.part("r/a.docx", "word/document.xml")) == Anchored{{"0", "甲"}, {"1", "乙"}});
}

TEST_CASE("what cannot be commented is told and left alone", "[cli][comment]") {
  const Desk desk;
  CHECK(desk.run({"comment", "报告.docx"}).status == 2);
  CHECK(desk.run({"comment", "-o", "a.docx"}).status == 2);
  CHECK(desk.run({"comment", "-o", "a.docx", "--in-place", "报告.docx"}).status == 2);
  CHECK(desk.run({"comment", "-o", "a.docx", "报告.docx", "报告.docx"}).status == 2);
  const Outcome itself = desk.run({"comment", "-o", "报告.docx", "报告.docx"});
  CHECK(itself.status == 2);
  CHECK(holds(itself.err, "--in-place"));
  CHECK(bytes_of(desk.folder / "报告.docx") == report());

  desk.folder.write("a.txt", "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n甲。\n");
  const Outcome text = desk.run({"comment", "--in-place", "a.txt"});
  CHECK(text.status == 2);
  CHECK(holds(text.err, "a.txt: 不是 Word 文档"));
  CHECK(desk.run({"comment", "-o", "a.docx", "-"}, report()).status == 2);
  CHECK(desk.run({"comment", "--in-place", "没有.docx"}).status == 2);
  desk.folder.write("损坏.docx", report().substr(0, 700));
  CHECK(desk.run({"comment", "--in-place", "损坏.docx"}).status == 2);
  CHECK(desk.run({"comment", "--remove", "--in-place", "损坏.docx"}).status == 2);
  CHECK(bytes_of(desk.folder / "损坏.docx") == report().substr(0, 700));
  CHECK_FALSE(std::filesystem::exists(desk.folder / "a.docx"));
}

TEST_CASE("a protected document is commented, and that is told", "[cli][comment]") {
  const Desk desk;
  desk.folder.write("a.docx", report("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>"));
  const Outcome run = desk.run({"comment", "--in-place", "a.docx"});
  CHECK(run.status == 1);
  CHECK(holds(run.err, "编辑保护"));
}

}  // namespace gialint
