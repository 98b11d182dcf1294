#include "engine/lint/locations.hpp"

#include <catch2/catch.hpp>

#include "engine/lint/lint.hpp"
#include "tests/office/word_files.hpp"
#include "tests/support/sample_pack.hpp"

namespace gialint {
namespace {

FileResult lint(const DocumentSource& source, const Report* previous = nullptr) {
  LintOptions options;
  for (const char* id : {"test/error-word", "input/tracked-changes", "input/embedded-document"}) options.rules[id] = {};
  return Linter(sample_pack(), Language::zh).lint(source, options, {previous, nullptr, nullptr});
}

DocumentSource word(const std::string& body) {
  Result<DocumentSource> source = DocumentSource::open("a.docx", word_file({body, {}, {}, {}, {}}));
  REQUIRE(source.ok());
  return *std::move(source);
}

const std::string title = "青石县民政局2023年政府信息公开工作年度报告";

}  // namespace

TEST_CASE("in a document a diagnostic says where it is, in a text its line does", "[lint]") {
  const FileResult drawn =
      lint(word(word_paragraph(title) + word_paragraph("一、总体情况") + word_paragraph("这里甲错误。")));
  REQUIRE(drawn.diagnostics.size() == 1);
  CHECK(drawn.diagnostics[0].location == "“一、总体情况”第1段");
  CHECK(drawn.path == "a.docx");

  const Result<DocumentSource> text = DocumentSource::open("a.txt", title + "\n一、总体情况\n这里甲错误。\n");
  REQUIRE(text.ok());
  const FileResult plain = lint(*text);
  REQUIRE(plain.diagnostics.size() == 1);
  CHECK(plain.diagnostics[0].location.empty());
  // What a later run knows it by does not hang on how the file is kept.
  CHECK(plain.diagnostics[0].fingerprint == drawn.diagnostics[0].fingerprint);
}

TEST_CASE("a related place is told in its own document", "[lint]") {
  const DocumentSource own = word(word_paragraph(title) + word_paragraph("一、总体情况") + word_paragraph("这里。"));
  const DocumentSource before = word(word_paragraph(title) + word_paragraph("上年。"));
  const std::shared_ptr<const Pack> pack = sample_pack();
  const ReportReader& reader = pack->reader();
  const Report report = reader.read(own);
  const Report previous = reader.read(before);
  const auto at = [](const Report& from, std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(from.text().find(words));
    return Span{begin, begin + static_cast<std::uint32_t>(words.size())};
  };
  std::vector<Diagnostic> found(1);
  found[0].span = at(report, "这里");
  found[0].related = {{at(report, "总体"), "", ""}, {at(previous, "上年"), "", "", previous.source}};
  set_locations(report, &previous, Language::en, found);
  CHECK(found[0].location == "'一、总体情况', paragraph 1");
  CHECK(found[0].related[0].location == "heading '一、总体情况'");
  CHECK(found[0].related[1].location == "paragraph 2");
}

TEST_CASE("tracked changes and embedded documents are told", "[lint]") {
  const FileResult result = lint(
      word(word_paragraph(title) + "<w:p><w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>新</w:t></w:r></w:ins>"
                                   "<w:del w:id=\"2\" w:author=\"a\"><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>"
                                   "<w:altChunk r:id=\"rId9\"/>"));
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(result.diagnostics[0].rule == "input/embedded-document");
  CHECK(result.diagnostics[0].severity == Severity::warning);
  CHECK(result.diagnostics[1].rule == "input/tracked-changes");
  CHECK(result.diagnostics[1].severity == Severity::info);
  CHECK(result.diagnostics[1].message.find("插入 1 处，删除 1 处，移动 0 处") != std::string::npos);
  CHECK(result.diagnostics[1].location.empty());
}

}  // namespace gialint
