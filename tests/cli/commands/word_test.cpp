#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "reporters/reporter.hpp"
#include "tests/cli/program.hpp"
#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

const std::string body =
    word_paragraph("青山县水务局2023年政府信息公开工作年度报告") + word_paragraph("一、总体情况") +
    word_paragraph("我局全年主动公开，甲处应当报错。") + word_paragraph("二、主动公开政府信息情况") + "<w:tbl><w:tr>" +
    word_cell("第二十条第（五）项") + "</w:tr><w:tr>" + word_cell("信息内容") + word_cell("本年处理决定数量") +
    "</w:tr><w:tr>" + word_cell("行政许可") + word_cell("7") + "</w:tr></w:tbl>";

std::string report() { return word_file({body, {}, {}, {}, {}}); }

bool holds(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

struct Desk {
  Desk() { folder.write("报告.docx", report()); }
  [[nodiscard]] Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const {
    return gialint(with_test_rules(std::move(arguments)), {folder.path(), input, {}});
  }
  Folder folder;
};

const std::string line = "error: “一、总体情况”第1段: ";

}  // namespace

TEST_CASE("a Word document is checked like a text, named, in a folder and on the standard input", "[cli][word]") {
  const Desk desk;
  const Outcome named = desk.run({"check", "报告.docx"});
  CHECK(named.status == 1);
  CHECK(holds(named.out, "报告.docx:3:10: " + line));
  CHECK(named.err.empty());
  CHECK(desk.run({"check"}).out == named.out);
  CHECK(desk.run({"check", "--input-format", "plain", "报告.docx"}).out == named.out);
  CHECK(desk.run({"check", "--stdin-filename", "报告.docx", "-"}, report()).out == named.out);
  const Outcome english = desk.run({"check", "--lang", "en", "报告.docx"});
  CHECK(holds(english.out, "报告.docx:3:10: error: '一、总体情况', paragraph 1: "));
}

TEST_CASE("every output format takes a Word document and says where things stand in it", "[cli][word]") {
  const Desk desk;
  for (const std::string& format : reporter_names()) {
    CAPTURE(format);
    const Outcome run = desk.run({"check", "--format", format, "报告.docx"});
    CHECK(run.status == 1);
    if (format == "summary") continue;
    // GitLab and others escape what is not ASCII nowhere; GitHub's commands escape a colon at most.
    CHECK(holds(run.out, "“一、总体情况”第1段"));
  }
  const std::string sarif = desk.run({"check", "--format", "sarif", "报告.docx"}).out;
  CHECK_FALSE(holds(sarif, "\"encoding\""));
  CHECK_FALSE(holds(sarif, "primaryLocationLineHash"));
  const std::string json = desk.run({"check", "--format", "json", "报告.docx"}).out;
  CHECK(holds(json, "\"encoding\": null"));
}

TEST_CASE("extract and model read a Word document", "[cli][word]") {
  const Desk desk;
  CHECK(holds(gialint({"extract", "报告.docx"}, {desk.folder.path(), "", {}}).out,
              "art20_5,administrative_license,decisions,7,number"));
  const std::string model = gialint({"model", "报告.docx"}, {desk.folder.path(), "", {}}).out;
  CHECK(holds(model, "\"format\": \"docx\""));
  CHECK(holds(gialint({"model", "-"}, {desk.folder.path(), report(), {}}).out, "\"format\": \"docx\""));
}

TEST_CASE("a baseline knows a document again after Word has saved it", "[cli][word]") {
  const Desk desk;
  // --isolated reads no baseline.
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--rules-dir", fixture("rules"), "报告.docx"});
    return gialint(arguments, {desk.folder.path(), "", {}}).status;
  };
  CHECK(run({"check"}) == 1);
  CHECK(run({"baseline", "--reason", "先不改"}) == 0);
  CHECK(run({"check"}) == 0);
  // Other runs, other archive, another paragraph above: the same report.
  std::string saved = body;
  const std::string text = "甲处应当报错";
  saved.replace(saved.find(text), text.size(), "甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>处应当报错");
  desk.folder.write("报告.docx", word_file({word_paragraph("") + saved, {}, {}, {}, "<w:zoom w:percent=\"90\"/>"}));
  CHECK(run({"check"}) == 0);
}

TEST_CASE("fix refuses a Word document that is named and says what to use", "[cli][word]") {
  const Desk desk;
  const Outcome run = desk.run({"fix", "报告.docx"});
  CHECK(run.status == 2);
  CHECK(holds(run.err, "gialint comment"));
  CHECK(bytes_of(desk.folder / "报告.docx") == report());
  desk.folder.write("r/a.docx", report());
  CHECK(desk.run({"fix", "r"}).status == 1);
}

TEST_CASE("old formats and other documents are told in one line", "[cli][word]") {
  using namespace std::string_literals;
  const Desk desk;
  desk.folder.write("旧.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0'));
  desk.folder.write("富.rtf", "{\\rtf1\\ansi a}");
  for (const char* name : {"旧.doc", "富.rtf"}) {
    const Outcome run = desk.run({"check", name});
    CHECK(run.status == 2);
    CHECK(holds(run.err, "另存为 .docx"));
    CHECK(holds(run.err, name));
    CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 1);
  }
}

TEST_CASE("an old document is read with --convert-with, and a converter that fails is told", "[cli][word]") {
  using namespace std::string_literals;
  const Desk desk;
  desk.folder.write("旧.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0'));
  const std::string program = desk.folder.write(
      "program", "#!/bin/sh\nmkdir -p \"$7\"; cp " + desk.folder.path() + "/报告.docx \"$7/document.docx\"\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK(holds(desk.run({"check", "--convert-with", program, "旧.doc"}).out, "旧.doc:3:10: " + line));
  CHECK(holds(gialint({"model", "--convert-with", program, "旧.doc"}, {desk.folder.path(), "", {}}).out,
              "\"format\": \"docx\""));
  const Outcome failed = desk.run({"check", "--convert-with", "/no/such/program", "旧.doc"});
  CHECK(failed.status == 2);
  CHECK(holds(failed.err, "/no/such/program"));
}

}  // namespace gialint
