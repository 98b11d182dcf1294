#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/generator/render.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::generator {
namespace {

/// What a table section looks like: its lines, blanks run together, numbers as N. Blank lines are left out: the tools
/// that made the texts differ in them most, and the generator draws them.
std::vector<std::string> shape(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  bool number = false;
  const auto flush = [&] {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (!line.empty()) lines.push_back(line);
    line.clear();
    number = false;
  };
  for (const char c : text) {
    if (c == '\n' || c == '\f') {
      flush();
    } else if (c >= '0' && c <= '9') {
      if (!number) line += 'N';
      number = true;
    } else if (c != '\r' && (c != ' ' || (!line.empty() && line.back() != ' '))) {
      line += c;
      number = false;
    }
  }
  flush();
  return lines;
}

/// The lines of `a` that stand in `b` too, in the same order, at most; the others are `missing`.
std::size_t common_lines(const std::vector<std::string>& a, const std::vector<std::string>& b,
                         std::vector<std::string>& missing) {
  std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < a.size();) {
    if (j < b.size() && a[i] == b[j] && longest[i][j] == longest[i + 1][j + 1] + 1) {
      ++i;
      ++j;
    } else if (j < b.size() && longest[i][j + 1] >= longest[i + 1][j]) {
      ++j;
    } else {
      missing.push_back(a[i++]);
    }
  }
  return longest[0][0];
}

/// The text between two headings of a report.
std::string_view between(std::string_view text, const Section& first, const Section& last) {
  return text.substr(first.body.begin, last.heading.begin - first.body.begin);
}

/// The figures of a report as gialint reads them; what it does not have is 0.
Figures figures_of(const Report& report) {
  Figures figures;
  figures.edition = report.tables.edition;
  for (const FormTable& form : figures.edition->tables) {
    auto& rows = figures.cells.emplace_back(form.rows.size(), std::vector<Decimal>(form.columns.size()));
    for (std::size_t row = 0; row < form.rows.size(); ++row) {
      for (std::size_t column = 0; column < form.columns.size(); ++column) {
        const Cell* const cell = report.tables.table(form.id)->cell(form.rows[row].id, form.columns[column].id);
        if (cell != nullptr && cell->state == CellState::number) rows[row][column] = cell->value;
      }
    }
  }
  return figures;
}

PrintedReport print(const Figures& figures, const Style& style, Random random) {
  PrintedReport report;
  report.edition = figures.edition;
  report.title = "标题";
  for (const FormSection& each : figures.edition->sections) {
    PrintedSection section;
    section.form = &each;
    section.heading = each.heading();
    section.heading_id = report.next_id();
    section.tables = print_tables(report, each, figures, style, random);
    report.sections.push_back(std::move(section));
  }
  return report;
}

/// A real report, and the style in which the generator has to come near it.
struct Likeness {
  const char* seed;
  const char* first;    ///< section whose heading the tables follow
  const char* last;     ///< section before whose heading they end
  std::size_t percent;  ///< of the seed's lines, at least, that a report of this style has too
  Style style;
};

std::vector<Likeness> likenesses() {
  std::vector<Likeness> all;
  Style style;
  style.layout = Layout::pdf_lines;
  style.cell_width = 57;
  style.blank_lines = true;
  style.accepted_wordings = true;
  // The seed's group labels are wrapped unevenly, and the page broke within the table.
  all.push_back({"weibin-veterans-2021.txt", "active_disclosure", "problems", 85, style});

  style = Style{};
  style.layout = Layout::cell_lines_tab;
  // The clerk wrote other row labels and numbered the sections 3、 and 4、.
  all.push_back({"zhangdian-veterans-2023.txt", "active_disclosure", "problems", 98, style});

  style = Style{};
  style.layout = Layout::tsv_padded;
  // Sections 三 and 四 have no tables.
  all.push_back({"jinxiang-veterans-2022.txt", "active_disclosure", "requests", 90, style});

  style = Style{};
  style.layout = Layout::tsv_shifted;
  style.shifted = true;
  style.half_width = true;
  style.blank_after_enumerator = true;
  style.total_spans_header = true;
  style.break_share = 100;
  style.narrower_after_break = true;
  all.push_back({"shapotou-veterans-2020.txt", "active_disclosure", "problems", 90, style});

  style = Style{};
  style.layout = Layout::markdown_tsv;
  style.shifted = true;
  style.total_spans_header = true;
  style.accepted_wordings = true;
  // Brackets are half-width in some labels and full-width in others, and headings stand at three levels.
  all.push_back({"weibin-bigdata-2021.txt", "active_disclosure", "problems", 60, style});
  return all;
}

TEST_CASE("what is generated has the shape of the real reports", "[generator][seeds]") {
  const char* const folder = std::getenv("GIALINT_SEEDS");
  if (folder == nullptr || *folder == '\0') {
    WARN("GIALINT_SEEDS is not set: the real reports are not compared");
    return;
  }
  for (const Likeness& each : likenesses()) {
    const auto source = test::source_of(each.seed, test::read_bytes(std::filesystem::path(folder) / each.seed));
    const Report seed = test::project_pack()->reader().read(source);
    REQUIRE(seed.outline.section(each.first) != nullptr);
    const Section* last = seed.outline.section(each.last);
    if (last == nullptr) last = seed.outline.section("problems");
    REQUIRE(last != nullptr);
    const std::vector<std::string> lines = shape(between(source->text(), *seed.outline.section(each.first), *last));

    // Where lines break is drawn: the nearest of some draws shows that the seed's shape is among them.
    std::size_t best = 0;
    std::vector<std::string> missing;
    for (std::uint64_t draw = 0; draw < 50; ++draw) {
      const PrintedReport printed = print(figures_of(seed), each.style, Random(draw));
      const Writer writer = render(printed, each.style, Random(draw));
      std::vector<std::string> others;
      const std::size_t common = common_lines(lines, shape(writer.text()), others);
      if (common < best) continue;
      best = common;
      missing = others;
    }
    std::string differences;
    for (const std::string& line : missing) differences += "  " + line + "\n";
    INFO(each.seed << ": " << best << " of " << lines.size() << " lines are drawn alike; not these:\n" << differences);
    CHECK(best * 100 >= lines.size() * each.percent);
  }
}

}  // namespace
}  // namespace gialint::generator
