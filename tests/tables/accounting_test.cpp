#include "engine/tables/accounting.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/support/accounted.hpp"
#include "tests/tables/read_tables.hpp"

namespace gialint::test {
namespace {

namespace fs = std::filesystem;

std::string texts(const ReadTables& result, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) out += (out.empty() ? "" : " ") + std::string(result.read.source.slice(span));
  return out;
}

/// The one table that cannot be read, of those that are there.
const Table& unreadable(const ReadTables& result) {
  const auto found = [](const Table& table) { return table.found || !table.unread.empty(); };
  const std::vector<Table>& all = result.tables.unreadable;
  REQUIRE(std::count_if(all.begin(), all.end(), found) == 1);
  return *std::find_if(all.begin(), all.end(), found);
}

}  // namespace

TEST_CASE("a number too many in a row makes that row ambiguous and no other", "[tables]") {
  std::string text = art20;
  text.replace(text.find("规章 1 2 3"), std::string("规章 1 2 3").size(), "规章 1 2 3 88");
  const ReadTables result = read_tables(text);
  const Table& table = *result.tables.table("art20_1");
  CHECK(row(result, "art20_1", "rules") == "*1 2 3");
  CHECK(texts(result, table.row("rules")->unread) == "88");
  CHECK(row(result, "art20_1", "normative_documents") == "4 5 6");
  CHECK(table.unread.empty());
}

TEST_CASE("numbers that no row claims make the table unreadable, and its neighbours are read", "[tables]") {
  std::string text = art20;
  text.insert(text.find("第二十条第（六）项"), "70\n71\n");
  const ReadTables result = read_tables(text);
  const Table& table = unreadable(result);
  CHECK(table.id == "art20_5");
  CHECK(table.unreadable == Unreadable::numbers);
  CHECK(texts(result, table.unread) == "70 71");
  CHECK_FALSE(table.cell("administrative_license", "decisions")->counts());
  CHECK(result.tables.table("art20_5") == nullptr);
  CHECK(row(result, "art20_6", "administrative_coercion") == "9");
}

TEST_CASE("a table most of whose rows are short is unreadable, one with a single short row is not", "[tables]") {
  const std::string rows = requests_heading + "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n";
  CHECK(read_tables(rows + "二、上年结转政府信息公开申请数量 0 0 0\n（一）予以公开 1 0 0 0 0 0 1\n")
            .tables.unreadable.empty());
  const ReadTables result = read_tables(rows + "二、上年结转政府信息公开申请数量 0 0 0\n（一）予以公开 1 0\n");
  CHECK(unreadable(result).unreadable == Unreadable::rows);
}

TEST_CASE("figures without any header or label are unreadable, whether they fill the table or not", "[tables]") {
  const std::string section = "四、政府信息公开行政复议、行政诉讼情况\n";
  const std::string numbers = "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |";
  const ReadTables whole = read_tables(section + numbers + " 2 |\n");
  CHECK(unreadable(whole).unreadable == Unreadable::bare);
  const Cell* last = unreadable(whole).cell("cases", "litigation_after_review.total");
  REQUIRE(last != nullptr);
  CHECK(last->value == Decimal(2));
  CHECK(last->certainty == Certainty::ambiguous);
  const ReadTables part = read_tables(section + numbers + "\n");
  CHECK(unreadable(part).unreadable == Unreadable::bare);
  CHECK(unreadable(part).unread.size() == 14);
  CHECK(read_tables(section + "1 0\n").tables.unreadable.empty());
}

TEST_CASE("a blank beside unread numbers is never sure", "[tables]") {
  // The figures of the row that is left blank stand behind the next one's.
  const ReadTables result = read_tables(
      requests_heading +
      "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n2\n0\n（一）予以公开\n"
      "1\n0\n0\n0\n0\n0\n1\n");
  const Table* table = result.tables.table("requests");
  if (table == nullptr) table = &unreadable(result);
  for (const Cell& cell : table->row("new_received")->cells) {
    CHECK(cell.state == CellState::blank);
    CHECK(cell.certainty == Certainty::ambiguous);
  }
}

TEST_CASE("a line of words with a number in it is a note", "[tables]") {
  std::string text = art20;
  text.insert(text.find("第二十条第（六）项"), "注：以上 2 项由县局统计\n");
  const ReadTables result = read_tables(text);
  CHECK(result.tables.unreadable.empty());
  REQUIRE(result.tables.regions.size() == 1);
  REQUIRE(result.tables.regions.front().set_aside.size() == 1);
  CHECK(result.tables.regions.front().set_aside.front().kind == SetAside::Kind::note);
  CHECK(unaccounted(result.read.outline, result.tables).empty());
}

TEST_CASE("every number of every report at hand is accounted for", "[tables]") {
  std::vector<fs::path> folders = {fs::path(GIALINT_SOURCE_DIR) / "fixtures"};
  if (const char* seeds = std::getenv("GIALINT_SEEDS"); seeds != nullptr && *seeds != '\0') folders.emplace_back(seeds);
  std::size_t read = 0;
  for (const fs::path& folder : folders) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      Result<SourceText> source =
          SourceText::from_bytes(entry.path().string(), {std::istreambuf_iterator<char>(in), {}});
      if (!source) continue;
      CAPTURE(entry.path().string());
      const ReadTables result = read_tables(std::string(source->text()));
      const std::vector<std::string> wrong = unaccounted(result.read.outline, result.tables);
      CAPTURE(wrong);
      CHECK(wrong.empty());
      ++read;
    }
  }
  CHECK(read > 50);
}

}  // namespace gialint::test
