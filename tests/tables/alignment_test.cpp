#include "engine/tables/alignment.hpp"

#include <catch2/catch.hpp>

#include "engine/readers/reader.hpp"
#include "tests/support/forms.hpp"

namespace gialint {
namespace {

Alignment align_text(const std::string& text, std::size_t table) {
  static const FormSequence form(test::editions().back());
  const SourceText source = test::source_text(text);
  const std::vector<Block> blocks = read_blocks(source, Format::plain);
  return align(read_tokens(blocks, 0, blocks.size(), {}, form).tokens, form, {{table, 0}});
}

constexpr std::size_t art20_6 = 2;
constexpr std::size_t requests = 4;

}  // namespace

TEST_CASE("a table as the form prints it costs nothing", "[tables]") {
  CHECK(align_text("第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 8\n行政强制 9\n", art20_6).cost == 0);
}

TEST_CASE("each departure costs what its constant says", "[tables]") {
  constexpr AlignmentCosts costs;
  const std::string caption = "第二十条第（六）项\n";
  const std::string header = "信息内容 本年处理决定数量\n";
  CHECK(align_text(header + "行政处罚 8\n行政强制 9\n", art20_6).cost == costs.missing_caption);
  CHECK(align_text(caption + "行政处罚 8\n行政强制 9\n", art20_6).cost == 2 * costs.missing_header);
  CHECK(align_text(caption + header + "行政强制 9\n", art20_6).cost == costs.missing_row);
  CHECK(align_text(caption + header + "行政处罚 8\n行政强制 9\n12\n", art20_6).cost == costs.skipped_value);
  CHECK(align_text(caption + "申请情况\n" + header + "行政处罚 8\n行政强制 9\n", art20_6).cost == costs.skipped_piece);
  CHECK(align_text(caption + header + "8\n行政强制 9\n", art20_6).cost == costs.no_label);
  CHECK(align_text(caption + header + "全年各类案件 8\n行政强制 9\n", art20_6).cost == costs.unlike_label);
  CHECK(align_text(caption + header + "行政处罚 8\n说明\n", art20_6).cost == costs.missing_row + costs.skipped_foreign);
  CHECK(align_text("申请情况\n", requests).cost == costs.missing_table + costs.skipped_piece);
  CHECK(align_text("Makefile 12 README\n", requests).cost == costs.missing_table);
}

TEST_CASE("of two explanations the likelier is cheaper", "[tables]") {
  constexpr AlignmentCosts costs;
  // A row known by its place, rather than one missing and one too many.
  CHECK(costs.unlike_label < costs.missing_row + costs.skipped_piece + costs.skipped_value);
  // A misprinted header, rather than one missing and a word too many.
  CHECK(costs.whole_distance * 2 / 5 < costs.missing_header + costs.skipped_piece);
  // A table that is not there, rather than its only row missing with all headers.
  CHECK(costs.missing_table > costs.missing_row);
  // Two rows missing at one place, rather than at two.
  CHECK(costs.missing_next_row < costs.missing_row);
  // A short row, rather than a missing one.
  CHECK(costs.short_value < costs.missing_row);
}

TEST_CASE("a table is found behind any length of numbers, words and labels", "[tables]") {
  const std::string table = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 8\n行政强制 9\n";
  std::string numbers;
  std::string words;
  std::string labels;
  for (int i = 0; i < 60'000; ++i) {
    numbers += std::to_string(i) + (i % 17 == 0 ? "\n" : " ");
    words += i % 2 == 0 ? "lorem ipsum\n" : "无关的词语 3\n";
    if (i % 8 == 0) labels += "行政处罚 8\n本年处理决定数量\n";
  }
  for (const std::string& before : {numbers, words}) {
    const Alignment alignment = align_text(before + table, art20_6);
    CHECK(alignment.tables[0].elements.back().found);
    CHECK(alignment.tables[0].elements.front().found);
  }
  CHECK(align_text(labels, art20_6).tables[0].elements[3].found);
}

}  // namespace gialint
