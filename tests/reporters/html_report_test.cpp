#include "reporters/html_report.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/text/unicode.hpp"
#include "tests/reporters/html_page.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

using test::HtmlPage;

std::string drawn(const FileResult& file) { return html_report(file, {}, "f1-", RunInfo{}); }

HtmlPage page_of(const std::string& report) {
  return HtmlPage("<!DOCTYPE html><html lang=\"zh\"><head><title>t</title></head><body><article>" + report +
                  "</article></body></html>");
}

FileResult read(const std::string& bytes) {
  FileResult file;
  file.report = std::make_shared<const Report>(test::read_report(bytes));
  file.source = file.report->source;
  return file;
}

/// How often each character occurs that is neither a blank nor a bar: both may part cells, one of plain text too.
std::map<char32_t, int> characters_of(std::string_view text) {
  std::map<char32_t, int> counts;
  for (const char32_t character : to_utf32(text)) {
    if (!is_blank(character) && character != U'|') ++counts[character];
  }
  return counts;
}

/// "+2 件 -1 表": what the first has more often, or less often, than the second.
std::string difference(std::string_view first, std::string_view second) {
  std::map<char32_t, int> counts = characters_of(first);
  for (const auto& [character, count] : characters_of(second)) counts[character] -= count;
  std::string text;
  for (const auto& [character, count] : counts) {
    if (count != 0) text += (count > 0 ? "+" : "") + std::to_string(count) + " " + to_utf8({&character, 1}) + " ";
  }
  return text;
}

/// All that the reader made of the file.
std::string words_of(const Report& report) {
  std::string words;
  for (const Block& block : report.outline.blocks) {
    if (const auto* text = std::get_if<TextBlock>(&block)) {
      words += text->text.text();
    } else {
      for (const GridRow& row : std::get<Grid>(block).rows) {
        for (const GridCell& cell : row.cells) words += cell.text.text();
      }
    }
  }
  return words;
}

/// The words of the page that are the file's: no line numbers, no words of the form, no legends.
std::string shown_words(const std::string& report) {
  const HtmlPage page = page_of(report);
  CHECK(page.errors() == 0);
  std::string words;
  for (const GumboNode* article : page.find("article"))
    words += HtmlPage::text_of(*article, {"at", "n", "st", "form", "legend", "said"});
  return words;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void check_nothing_lost(const std::string& bytes) {
  const FileResult file = read(bytes);
  CHECK_THAT(difference(shown_words(drawn(file)), words_of(*file.report)), Catch::Equals(""));
  if (file.report->format == Format::plain) {
    CHECK_THAT(difference(words_of(*file.report), file.source->text()), Catch::Equals(""));
  }
}

/// Without every seventh line, and with every ninth twice.
std::string damaged(const std::string& bytes, std::size_t first) {
  std::string kept;
  std::size_t number = first;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    if (number % 7 != 0) kept.append(bytes, at, end - at);
    if (number % 9 == 0) kept.append(bytes, at, end - at);
    at = end;
  }
  return kept;
}

void check_nothing_lost_of(const std::filesystem::path& folder) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".expect") continue;
    CAPTURE(entry.path().filename().string());
    const std::string bytes = bytes_of(entry.path());
    check_nothing_lost(bytes);
    if (bytes.find('\0') == std::string::npos) {
      for (const std::size_t first : {0, 1, 2, 4}) check_nothing_lost(damaged(bytes, first));
    }
    ++files;
  }
  CHECK(files > 0);
}

TEST_CASE("every character of a report is on the page, once", "[reporters]") {
  check_nothing_lost_of(GIALINT_SOURCE_DIR "/fixtures/reports");
}

TEST_CASE("every character of the real reports is on the page, once", "[reporters]") {
  const char* const folder = std::getenv("GIALINT_SEEDS");
  if (folder == nullptr) {
    WARN("GIALINT_SEEDS is not set: the real reports are not drawn");
    return;
  }
  check_nothing_lost_of(folder);
}

TEST_CASE("a report has title, headings and paragraphs, each with its place", "[reporters]") {
  const std::string text = drawn(read(
      "青石县民政局2023年政府信息公开工作年度报告\n前言在此。\n一、总体情况\n（一）主动公开\n全年公开\n信息若干。\n"));
  INFO(text);
  const auto has = [&](const std::string& part) { return text.find(part) != std::string::npos; };
  CHECK(has("<h3 class=\"title\"><span class=\"at\" aria-hidden=\"true\">1:1</span>青石县民政局2023年"));
  CHECK(has("<p class=\"prose\"><span class=\"at\" aria-hidden=\"true\">2:1</span>前言在此。</p>"));
  CHECK(has("<h4 class=\"section\"><span class=\"at\" aria-hidden=\"true\">3:1</span>一、总体情况</h4>"));
  CHECK(has("<h5 class=\"part\"><span class=\"at\" aria-hidden=\"true\">4:1</span>（一）主动公开</h5>"));
}

TEST_CASE("without a model the lines are there", "[reporters]") {
  FileResult file;
  file.source = std::make_shared<const SourceText>(*SourceText::from_bytes("a.txt", "第一行\n\n第三行\n"));
  CHECK(drawn(file) ==
        "<p class=\"line\"><span class=\"at\" aria-hidden=\"true\">1:1</span>第一行 </p>\n"
        "<p class=\"line\"><span class=\"at\" aria-hidden=\"true\">3:1</span>第三行 </p>\n");
}

TEST_CASE("what a site prints before the report is folded, unless something is marked in it", "[reporters]") {
  const FileResult file = read("首页\n机构\n青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n正文。\n");
  REQUIRE(file.report->outline.first_block > 0);
  CHECK(drawn(file).find("<details class=\"outside\"><summary class=\"said\">") != std::string::npos);
  Diagnostic diagnostic;
  diagnostic.span = {0, 6};
  const std::vector<HtmlFinding> findings = {{&diagnostic, 1}};
  CHECK(html_report(file, findings, "f1-", RunInfo{}).find("<details class=\"outside\" open>") != std::string::npos);
}

}  // namespace
}  // namespace gialint
