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
  return align(read_tokens(blocks, 0, blocks.size(), form.edition().placeholders), form, {table});
}

constexpr std::size_t art20_1 = 0;
constexpr std::size_t art20_6 = 2;
constexpr std::size_t requests = 4;

}  // namespace

TEST_CASE("a table as the form prints it costs nothing", "[tables]") {
  CHECK(align_text("第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 8\n行政强制 9\n", art20_6).cost == 0);
}

TEST_CASE("each departure costs what its constant says", "[tables]") {
  using Costs = AlignmentCosts;
  const std::string caption = "第二十条第（六）项\n";
  const std::string header = "信息内容 本年处理决定数量\n";
  CHECK(align_text(header + "行政处罚 8\n行政强制 9\n", art20_6).cost == Costs::missing_caption);
  CHECK(align_text(caption + "行政处罚 8\n行政强制 9\n", art20_6).cost == 2 * Costs::missing_header);
  CHECK(align_text(caption + header + "行政强制 9\n", art20_6).cost == Costs::missing_row);
  CHECK(align_text(caption + header + "行政处罚 8\n行政强制 9\n12\n", art20_6).cost == Costs::skipped_value);
  CHECK(align_text(caption + "申请情况\n" + header + "行政处罚 8\n行政强制 9\n", art20_6).cost == Costs::skipped_piece);
  CHECK(align_text(caption + header + "8\n行政强制 9\n", art20_6).cost == Costs::no_label);
  CHECK(align_text(caption + header + "全年各类案件 8\n行政强制 9\n", art20_6).cost == Costs::unlike_label);
  CHECK(align_text(caption + header + "行政处罚 8\n说明\n", art20_6).cost ==
        Costs::missing_row + Costs::skipped_foreign);
  CHECK(align_text("申请情况\n", requests).cost == Costs::missing_table + Costs::skipped_piece);
  CHECK(align_text("Makefile 12 README\n", requests).cost == Costs::missing_table);
}

TEST_CASE("of two explanations the likelier is cheaper", "[tables]") {
  using Costs = AlignmentCosts;
  // A row known by its place, rather than one missing and one too many.
  CHECK(Costs::unlike_label < Costs::missing_row + Costs::skipped_piece + Costs::skipped_value);
  // A misprinted header, rather than one missing and a word too many.
  CHECK(Costs::whole_distance * 2 / 5 < Costs::missing_header + Costs::skipped_piece);
  // A table that is not there, rather than its only row missing with all headers.
  CHECK(Costs::missing_table > Costs::missing_row);
  // Two rows missing at one place, rather than at two.
  CHECK(Costs::missing_next_row < Costs::missing_row);
  // A short row, rather than a missing one.
  CHECK(Costs::short_value < Costs::missing_row);
}

TEST_CASE("numbers without end are no table and take no time without end", "[tables]") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += std::to_string(i) + (i % 17 == 0 ? "\n" : " ");
  const Alignment alignment = align_text(text, art20_1);
  CHECK(alignment.tables.size() == 1);
}

}  // namespace gialint
