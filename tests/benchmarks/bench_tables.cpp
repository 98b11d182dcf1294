// bench_tables [COUNT]: what reading tables costs, and what it depends on. Three parts:
//
// 1. For each layout of tests/generator, COUNT undamaged reports (default 200): microseconds a report for the reader
//    (bytes of the text to blocks), the outline, and the tables.
// 2. The slowest inputs that are known, 5 MB each, in seconds: time must stay near-linear in the size of the region, so
//    each is measured at a quarter of its size too, with the ratio.
// 3. Each of the costs of alignment halved and doubled: how many cells of the same reports are then misread, in ratio
//    to what a person would count. What changes nothing is not decided by that figure.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/document/outline.hpp"
#include "engine/readers/reader.hpp"
#include "engine/report/report.hpp"
#include "engine/tables/alignment_costs.hpp"
#include "engine/tables/table.hpp"
#include "tests/generator/check.hpp"
#include "tests/generator/generate.hpp"
#include "tests/support/reports.hpp"

namespace gialint {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

SourceText decoded(const std::string& bytes) {
  Result<SourceText> text = SourceText::from_bytes("bench", bytes);
  if (!text) std::abort();
  return std::move(*text);
}

/// Seconds of each stage, summed.
struct Stages {
  double blocks = 0;
  double outline = 0;
  double tables = 0;
};

Stages measure(const SourceText& source, const OutlineReader& outlines, const TableReader& tables) {
  Stages stages;
  const Format format = detect_format(source.text());
  Clock::time_point start = Clock::now();
  std::vector<Block> blocks = read_blocks(source, format);
  stages.blocks = seconds_since(start);
  start = Clock::now();
  const Outline outline = outlines.read(std::move(blocks));
  stages.outline = seconds_since(start);
  start = Clock::now();
  const Tables read = tables.read(outline, outline.title ? outline.title->year : std::nullopt);
  stages.tables = seconds_since(start);
  return stages;
}

std::vector<generator::GeneratedReport> reports_of(generator::Layout layout, std::size_t count) {
  std::vector<generator::GeneratedReport> reports;
  for (std::size_t seed = 1; seed <= count; ++seed) {
    reports.push_back(generator::finish(generator::draft({seed, layout})));
  }
  return reports;
}

void measure_layouts(std::size_t count) {
  const OutlineReader outlines(test::forms().editions);
  const TableReader tables(test::forms().editions);
  fmt::print("{:<16}{:>10}{:>12}{:>12}{:>12}\n", "layout", "bytes", "reader µs", "outline µs", "tables µs");
  for (const generator::LayoutInfo& layout : generator::layouts) {
    const std::vector<generator::GeneratedReport> reports = reports_of(layout.layout, count);
    Stages sum;
    std::size_t bytes = 0;
    for (const generator::GeneratedReport& report : reports) {
      const SourceText source = decoded(report.bytes);
      bytes += source.text().size();
      const Stages stages = measure(source, outlines, tables);
      sum.blocks += stages.blocks;
      sum.outline += stages.outline;
      sum.tables += stages.tables;
    }
    const double each = 1e6 / static_cast<double>(count);
    fmt::print("{:<16}{:>10}{:>12.0f}{:>12.0f}{:>12.0f}\n", layout.name, bytes / count, sum.blocks * each,
               sum.outline * each, sum.tables * each);
  }
}

/// Text repeated until it is `size` bytes long; "{i}" in it counts up.
std::string repeated(const std::string& piece, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i) {
    std::string next = piece;
    const std::size_t at = next.find("{i}");
    if (at != std::string::npos) next.replace(at, 3, std::to_string(i));
    text += next;
  }
  return text;
}

void measure_hostile() {
  struct Hostile {
    const char* name;
    const char* piece;
  };
  static constexpr Hostile hostile[] = {
      {"numbers in lines", "{i} 7 0 12 3 4 5 6 7 8 9 1 2 3 4 5 6\n"},
      {"numbers one a line", "{i}\n"},
      {"numbers in a grid", "{i}\t7\t\t12\t3\t\t0\n"},
      {"foreign words and numbers", "lorem ipsum {i} 5\n"},
      {"labels of the form and numbers", "行政许可 {i}\n行政处罚 3\n"},
      {"labels alone", "行政许可\n本年处理决定数量\n"},
      {"pieces of labels", "申请 公开 政府 信息 机关 处理\n"},
      {"rows a digit short", "1.属于国家秘密 {i} 0 0 0 0 0\n（一）予以公开 0 0 0 0 0 0\n"},
      {"whole headers again and again", "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 {i} 0 0\n"},
  };
  const OutlineReader outlines(test::forms().editions);
  const TableReader tables(test::forms().editions);
  const std::string heading = "青石县民政局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
  fmt::print("\n{:<34}{:>12}{:>12}{:>10}\n", "hostile section", "1.25 MB, s", "5 MB, s", "ratio");
  for (const Hostile& each : hostile) {
    double seconds[2] = {0, 0};
    for (int large = 0; large < 2; ++large) {
      const SourceText source = decoded(heading + repeated(each.piece, large == 1 ? 5'000'000 : 1'250'000));
      seconds[large] = measure(source, outlines, tables).tables;
    }
    fmt::print("{:<34}{:>12.3f}{:>12.3f}{:>10.1f}\n", each.name, seconds[0], seconds[1],
               seconds[1] / std::max(seconds[0], 1e-9));
  }
}

struct Corpus {
  std::vector<std::pair<generator::GeneratedReport, std::shared_ptr<const SourceText>>> reports;
  std::size_t cells = 0;
};

std::size_t misread(const Corpus& corpus, const AlignmentCosts& costs) {
  const ReportReader reader(test::forms(), costs);
  std::size_t wrong = 0;
  for (const auto& [report, source] : corpus.reports) {
    wrong += generator::wrong_cells(report, reader.read(source)).size();
  }
  return wrong;
}

void measure_costs(std::size_t count) {
  struct Cost {
    const char* name;
    std::uint32_t AlignmentCosts::*value;
  };
  static constexpr Cost all[] = {
      {"missing_row", &AlignmentCosts::missing_row},
      {"missing_next_row", &AlignmentCosts::missing_next_row},
      {"missing_table", &AlignmentCosts::missing_table},
      {"missing_caption", &AlignmentCosts::missing_caption},
      {"missing_header", &AlignmentCosts::missing_header},
      {"missing_group", &AlignmentCosts::missing_group},
      {"skipped_piece", &AlignmentCosts::skipped_piece},
      {"skipped_label", &AlignmentCosts::skipped_label},
      {"skipped_group_piece", &AlignmentCosts::skipped_group_piece},
      {"skipped_foreign", &AlignmentCosts::skipped_foreign},
      {"skipped_value", &AlignmentCosts::skipped_value},
      {"whole_distance", &AlignmentCosts::whole_distance},
      {"deviant", &AlignmentCosts::deviant},
      {"joined_label", &AlignmentCosts::joined_label},
      {"unlike_label", &AlignmentCosts::unlike_label},
      {"label_behind", &AlignmentCosts::label_behind},
      {"no_label", &AlignmentCosts::no_label},
      {"no_values", &AlignmentCosts::no_values},
      {"short_value", &AlignmentCosts::short_value},
      {"short_next_value", &AlignmentCosts::short_next_value},
      {"blank_value", &AlignmentCosts::blank_value},
      {"text_value", &AlignmentCosts::text_value},
  };
  Corpus corpus;
  for (const generator::LayoutInfo& layout : generator::layouts) {
    for (generator::GeneratedReport& report : reports_of(layout.layout, count)) {
      auto source = std::make_shared<const SourceText>(decoded(report.bytes));
      corpus.cells += report.cells.size();
      corpus.reports.emplace_back(std::move(report), std::move(source));
    }
  }
  fmt::print("\n{:<22}{:>8}{:>12}{:>12}   misread of {} cells in {} reports; as they are: {}\n", "cost", "is", "halved",
             "doubled", corpus.cells, corpus.reports.size(), misread(corpus, {}));
  for (const Cost& cost : all) {
    AlignmentCosts halved;
    AlignmentCosts doubled;
    halved.*cost.value /= 2;
    doubled.*cost.value *= 2;
    fmt::print("{:<22}{:>8}{:>12}{:>12}\n", cost.name, AlignmentCosts{}.*cost.value, misread(corpus, halved),
               misread(corpus, doubled));
  }
}

}  // namespace
}  // namespace gialint

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? static_cast<std::size_t>(std::strtoul(argv[1], nullptr, 10)) : 200;
  gialint::measure_layouts(count);
  gialint::measure_hostile();
  gialint::measure_costs(std::max<std::size_t>(1, count / 10));
  return 0;
}
