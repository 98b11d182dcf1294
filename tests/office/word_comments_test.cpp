#include "engine/office/word_comments.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "engine/office/word_document.hpp"
#include "tests/office/anchored_text.hpp"
#include "tests/office/word_files.hpp"

namespace gialint {
namespace {

const std::string& sample() {
  static const std::string bytes = word_file(
      {word_paragraph("某局2023年报") + "<w:tbl><w:tr>" + word_cell("本年止件数") + word_cell("") + "</w:tr></w:tbl>",
       {},
       {},
       {},
       {}});
  return bytes;
}

WordComment comment(const std::string& bytes, std::string_view text,
                    std::vector<std::string> lines = {"应改", "依据：<第五条>"}) {
  const Result<WordDocument> document = read_word_document(bytes);
  REQUIRE(document.ok());
  const auto at = static_cast<std::uint32_t>(document->drawn.text.find(text));
  return {{at, at + static_cast<std::uint32_t>(text.size())}, std::move(lines)};
}

CommentedDocument commented(const std::string& bytes, const std::vector<WordComment>& comments) {
  Result<CommentedDocument> result = with_comments(bytes, comments, "2025-01-31T08:00:00Z");
  REQUIRE(result.ok());
  return std::move(*result);
}

std::string part(const std::string& bytes, std::string_view name) {
  const Result<WordPackage> package = WordPackage::open(bytes);
  REQUIRE(package.ok());
  const Result<std::string> xml = package->xml(name);
  return xml.ok() ? *xml : "";
}

std::map<std::string, std::string> anchors(const std::string& bytes) {
  return anchored_text(part(bytes, "word/document.xml"));
}

}  // namespace

TEST_CASE("comments are written with a part of their own", "[office]") {
  const CommentedDocument result = commented(sample(), {comment(sample(), "止件"), comment(sample(), "2023")});
  CHECK(result.written == 2);
  CHECK(result.exact == 2);
  CHECK(result.taken_out == 0);
  CHECK(anchors(result.bytes) == std::map<std::string, std::string>{{"0", "止件"}, {"1", "2023"}});
  const std::string comments = part(result.bytes, "word/comments.xml");
  CHECK(comments.find(R"(w:id="0" w:author="gialint" w:date="2025-01-31T08:00:00Z" w:initials="gia")") !=
        std::string::npos);
  CHECK(comments.find("依据：&lt;第五条&gt;") != std::string::npos);
  CHECK(content_type(part(result.bytes, "[Content_Types].xml"), "word/comments.xml").ends_with("comments+xml"));
  const Result<WordPackage> package = WordPackage::open(result.bytes);
  REQUIRE(package.ok());
  CHECK(package->related("comments") == "word/comments.xml");
}

TEST_CASE("every part without comments or marks is copied as it lies there", "[office]") {
  const CommentedDocument result = commented(sample(), {comment(sample(), "止件")});
  const Result<ZipArchive> before = ZipArchive::open(sample());
  const Result<ZipArchive> after = ZipArchive::open(result.bytes);
  REQUIRE(before.ok());
  REQUIRE(after.ok());
  const ZipEntry* const old_entry = before->find("_rels/.rels");
  const ZipEntry* const new_entry = after->find("_rels/.rels");
  CHECK(sample().substr(old_entry->begin, old_entry->end - old_entry->begin) ==
        result.bytes.substr(new_entry->begin, new_entry->end - new_entry->begin));
}

TEST_CASE("taken out again, the document is byte for byte what it was", "[office]") {
  const CommentedDocument first = commented(sample(), {comment(sample(), "止件"), comment(sample(), "某局")});
  const Result<CommentedDocument> removed = without_comments(first.bytes);
  REQUIRE(removed.ok());
  CHECK(removed->taken_out == 2);
  CHECK(removed->restored);
  CHECK(removed->bytes == sample());
  // A second run puts its own comments in the place of the first one's.
  const CommentedDocument second = commented(first.bytes, {comment(first.bytes, "年报")});
  CHECK(second.taken_out == 2);
  CHECK(second.bytes == commented(sample(), {comment(sample(), "年报")}).bytes);
  CHECK(commented(first.bytes, {}).bytes == sample());
}

TEST_CASE("comments of others stay through every run", "[office]") {
  const std::string theirs = R"(<w:comment w:id="7" w:author="李四"><w:p><w:r><w:t>好</w:t></w:r></w:p></w:comment>)";
  const std::string bytes =
      word_file({"<w:p><w:commentRangeStart w:id=\"7\"/><w:r><w:t>一二三</w:t></w:r><w:commentRangeEnd w:id=\"7\"/>"
                 "<w:r><w:commentReference w:id=\"7\"/></w:r></w:p>",
                 {},
                 {},
                 theirs,
                 {}});
  const CommentedDocument result = commented(bytes, {comment(bytes, "二")});
  CHECK(anchors(result.bytes) == std::map<std::string, std::string>{{"7", "一二三"}, {"8", "二"}});
  CHECK(part(result.bytes, "word/comments.xml").find(theirs) != std::string::npos);
  const Result<CommentedDocument> removed = without_comments(result.bytes);
  REQUIRE(removed.ok());
  CHECK(removed->bytes == bytes);
}

TEST_CASE("saved by somebody since, it loses the comments and keeps what was changed", "[office]") {
  const CommentedDocument result = commented(sample(), {comment(sample(), "止件"), comment(sample(), "年报")});
  const Result<ZipArchive> archive = ZipArchive::open(result.bytes);
  REQUIRE(archive.ok());
  std::string main = part(result.bytes, "word/document.xml");
  main.replace(main.find("某局"), 6, "某厅");
  const std::string later = with_changes(*archive, {{"word/document.xml", main}});
  const Result<CommentedDocument> removed = without_comments(later);
  REQUIRE(removed.ok());
  CHECK(removed->taken_out == 2);
  CHECK_FALSE(removed->restored);
  CHECK(anchors(removed->bytes).empty());
  const Result<WordDocument> document = read_word_document(removed->bytes);
  REQUIRE(document.ok());
  CHECK(document->drawn.text == "某厅2023年报\n本年止件数\t\n");
  CHECK(ZipArchive::open(removed->bytes)->find("[trash]/0000.dat") == nullptr);
}

TEST_CASE("a document without our comments is left alone", "[office]") {
  const Result<CommentedDocument> removed = without_comments(sample());
  REQUIRE(removed.ok());
  CHECK(removed->bytes == sample());
  CHECK(removed->restored);
  CHECK(removed->taken_out == 0);
}

TEST_CASE("a signed document is refused", "[office]") {
  std::vector<ZipChange> entries = word_entries({word_paragraph("一"), {}, {}, {}, {}});
  std::string& root = *entries[1].content;
  root.insert(
      root.find("</Relationships>"),
      R"(<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="s"/>)");
  const std::string bytes = zip_archive_of(entries);
  const Result<CommentedDocument> result = with_comments(bytes, {comment(bytes, "一")}, "");
  REQUIRE_FALSE(result.ok());
  CHECK(result.failure().what.zh.find("签名") != std::string::npos);
  CHECK(without_comments(bytes)->bytes == bytes);
}

TEST_CASE("Strict documents, odd names and missing relationships are met", "[office]") {
  std::vector<ZipChange> entries = word_entries({"x", {}, {}, {}, {}});
  entries[2].content =
      R"(<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>一二</t></r></p></body></document>)";
  entries.pop_back();  // the relationships of the main part
  entries.push_back({"word/comments.xml", "taken by something else"});
  const std::string bytes = zip_archive_of(entries);
  const CommentedDocument result = commented(bytes, {comment(bytes, "二")});
  CHECK(result.exact == 1);
  CHECK(anchors(result.bytes) == std::map<std::string, std::string>{{"0", "二"}});
  const Result<WordPackage> package = WordPackage::open(result.bytes);
  REQUIRE(package.ok());
  CHECK(package->related("comments") == "word/comments1.xml");
  CHECK(package->relationships().at(0).type == "comments");
  CHECK(part(result.bytes, "word/comments1.xml").find("http://purl.oclc.org/ooxml/wordprocessingml/main") !=
        std::string::npos);
  CHECK(without_comments(result.bytes)->bytes == bytes);
}

TEST_CASE("a document whose entries are named with backslashes is met", "[office]") {
  std::vector<ZipChange> entries = word_entries({word_paragraph("一二"), {}, {}, {}, {}});
  for (ZipChange& entry : entries) std::replace(entry.name.begin(), entry.name.end(), '/', '\\');
  const std::string bytes = zip_archive_of(entries);
  const CommentedDocument first = commented(bytes, {comment(bytes, "二")});
  CHECK(anchors(first.bytes) == std::map<std::string, std::string>{{"0", "二"}});
  CHECK(part(first.bytes, "word/comments.xml").find("gialint") != std::string::npos);
  CHECK(commented(first.bytes, {comment(first.bytes, "二")}).taken_out == 1);
  CHECK(without_comments(first.bytes)->bytes == bytes);
}

TEST_CASE("a document that is protected against editing is told", "[office]") {
  const auto with_settings = [](const std::string& settings) {
    const std::string bytes = word_file({word_paragraph("某局2023年报"), {}, {}, {}, settings});
    return commented(bytes, {comment(bytes, "某局")}).is_protected;
  };
  CHECK(with_settings("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>"));
  CHECK_FALSE(with_settings("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"0\"/>"));
  CHECK_FALSE(with_settings("<w:documentProtection w:edit=\"readOnly\"/>"));
  CHECK_FALSE(with_settings("<w:zoom w:percent=\"100\"/>"));
  CHECK_FALSE(with_settings(""));
}

}  // namespace gialint
