#include "engine/totals/solver.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/forms.hpp"

namespace gialint {
namespace {

/// The form's tables with every cell 0, and short names to change cells by.
class Sheet {
 public:
  explicit Sheet(std::size_t edition = 1) {
    tables.edition = &test::editions()[edition];
    for (const FormTable& form : tables.edition->tables) {
      Table& table = tables.tables.emplace_back();
      table.id = form.id;
      table.form = &form;
      table.edition = tables.edition;
      table.found = true;
      for (const FormRow& row : form.rows) {
        Row& copy = table.rows.emplace_back();
        copy.id = row.id;
        copy.found = true;
        copy.cells.resize(form.columns.size());
        for (Cell& cell : copy.cells) cell.state = CellState::number;
      }
      for (const FormColumn& column : form.columns) table.columns.emplace_back().id = column.id;
    }
  }

  Cell& at(std::string_view table, std::string_view row, std::string_view column) {
    const FormTable& form = *tables.edition->table(table);
    Table& found = tables.tables[static_cast<std::size_t>(&form - tables.edition->tables.data())];
    return found.rows[*form.row_index(row)].cells[*form.column_index(column)];
  }

  Cell& request(std::string_view row, std::string_view column) { return at("requests", row, column); }

  void add(std::string_view row, std::string_view column, std::int64_t amount) {
    Cell& cell = request(row, column);
    cell.value = *gialint::add(cell.value, Decimal(amount));
  }

  /// So many requests by one kind of applicant, received and finished with one result; all sums tie.
  void finish(std::string_view result, std::string_view applicant, std::int64_t count) {
    for (const std::string_view row : {std::string_view("new_received"), result, std::string_view("total_processed")}) {
      add(row, applicant, count);
      add(row, "total", count);
    }
  }

  [[nodiscard]] std::string place(const std::string& table, CellRef ref) const {
    const FormTable& form = *tables.edition->table(table);
    return form.rows[ref.row].id + "/" + form.columns[ref.column].id;
  }

  /// One line for each explanation: "requests.row_total[row] … : cell 1→0 | … (hint cell)".
  [[nodiscard]] std::vector<std::string> explain() const {
    std::vector<std::string> lines;
    for (const Explanation& explanation : explain_totals(tables)) {
      const FormTable& form = *tables.edition->table(explanation.table);
      std::string line;
      for (const BrokenIdentity& broken : explanation.broken) {
        const bool row = broken.identity->scope == IdentityScope::per_row;
        line += (line.empty() ? "" : " ") + broken.identity->id + "[" +
                (row ? form.rows[broken.line].id : form.columns[broken.line].id) + "]";
      }
      line += ":";
      for (const Candidate& candidate : explanation.candidates) {
        line += " " + place(explanation.table, candidate.cell) + " " + to_string(candidate.printed) + "→" +
                to_string(candidate.expected);
      }
      for (const Hint& hint : explanation.hints) {
        constexpr const char* names[] = {"left_out", "swapped_digits", "neighbour"};
        line +=
            std::string(" (") + names[static_cast<int>(hint.kind)] + " " + place(explanation.table, hint.cell) + ")";
      }
      lines.push_back(line);
    }
    return lines;
  }

  Tables tables;
};

using Lines = std::vector<std::string>;

TEST_CASE("tables that tie need no explanation", "[totals]") {
  Sheet sheet;
  CHECK(sheet.explain().empty());
  sheet.finish("granted", "natural_person", 12);
  sheet.finish("denied.third_party", "commercial", 3);
  CHECK(sheet.explain().empty());
}

TEST_CASE("a cell that breaks its row and its column is named with the figure that ties", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 1);
  sheet.request("not_processed.repeated", "natural_person").value = 1;
  CHECK(sheet.explain() == Lines{"requests.row_total[not_processed.repeated] requests.processed_sum[natural_person]: "
                                 "not_processed.repeated/natural_person 1→0"});
}

TEST_CASE("a wrong total of results breaks three sums and is one fault", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 7);
  sheet.finish("not_processed.repeated", "natural_person", 2);
  SECTION("in an applicant's column") {
    sheet.request("total_processed", "natural_person").value = 7;
    CHECK(sheet.explain() == Lines{"requests.row_total[total_processed] requests.processed_sum[natural_person] "
                                   "requests.balance[natural_person]: total_processed/natural_person 7→9 "
                                   "(left_out not_processed.repeated/natural_person)"});
  }
  SECTION("in the column of totals") {
    sheet.request("total_processed", "total").value = 8;
    CHECK(sheet.explain() == Lines{"requests.row_total[total_processed] requests.processed_sum[total] "
                                   "requests.balance[total]: total_processed/total 8→9"});
  }
}

TEST_CASE("a wrong figure carried forward is found where its row and its balance cross", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "research", 4);
  sheet.request("carried_forward", "research").value = 1;
  CHECK(sheet.explain() == Lines{"requests.row_total[carried_forward] requests.balance[research]: "
                                 "carried_forward/research 1→0"});
}

TEST_CASE("a balance that fails alone, over rows that tie, accuses no cell", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.add("new_received", "natural_person", 1);
  sheet.add("new_received", "total", 1);
  // Which of new, carried over and carried forward is wrong cannot be told; both columns say the same.
  CHECK(sheet.explain() == Lines{"requests.balance[natural_person] requests.balance[total]:"});
}

TEST_CASE("a row entered twice the same way, but not summed, is one fault", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.add("not_processed.repeated", "natural_person", 3);
  sheet.add("not_processed.repeated", "total", 3);
  CHECK(sheet.explain() == Lines{"requests.processed_sum[natural_person] requests.processed_sum[total]: "
                                 "(left_out not_processed.repeated/natural_person)"});
}

TEST_CASE("two independent faults are two explanations", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.finish("granted", "commercial", 6);
  sheet.add("granted", "natural_person", 2);
  sheet.add("denied.third_party", "commercial", 1);
  CHECK(sheet.explain() ==
        Lines{"requests.row_total[granted] requests.processed_sum[natural_person]: granted/natural_person 7→5",
              "requests.row_total[denied.third_party] requests.processed_sum[commercial]: "
              "denied.third_party/commercial 1→0"});
}

TEST_CASE("two faults of the same size leave open which cells they are in", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.finish("granted", "commercial", 6);
  sheet.add("granted", "natural_person", 1);
  sheet.add("denied.third_party", "commercial", 1);
  const Lines lines = sheet.explain();
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("granted/natural_person 6→5") != std::string::npos);
  CHECK(lines[1].find("denied.third_party/commercial 1→0") != std::string::npos);
}

TEST_CASE("two wrong cells in one row are told apart by their columns", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.finish("granted", "commercial", 6);
  sheet.add("granted", "natural_person", 1);
  sheet.add("granted", "commercial", 2);
  CHECK(sheet.explain() ==
        Lines{"requests.row_total[granted] requests.processed_sum[natural_person]: granted/natural_person 6→5",
              "requests.row_total[granted] requests.processed_sum[commercial]: granted/commercial 8→6"});
}

TEST_CASE("a figure one row too low is one fault, and the hint says where it stands", "[totals]") {
  Sheet sheet;
  sheet.finish("denied.state_secret", "natural_person", 4);
  sheet.add("denied.state_secret", "natural_person", -4);
  sheet.add("denied.law_prohibited", "natural_person", 4);
  CHECK(sheet.explain() == Lines{"requests.row_total[denied.state_secret] requests.row_total[denied.law_prohibited]: "
                                 "(neighbour denied.law_prohibited/natural_person)"});
}

TEST_CASE("digits in the wrong order are recognised", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 54);
  sheet.request("granted", "natural_person").value = 45;
  CHECK(sheet.explain() == Lines{"requests.row_total[granted] requests.processed_sum[natural_person]: "
                                 "granted/natural_person 45→54 (swapped_digits granted/natural_person)"});
}

TEST_CASE("the review table names the total that fails and every cell that may be wrong", "[totals]") {
  Sheet sheet;
  sheet.at("review_litigation", "cases", "review.upheld").value = 2;
  sheet.at("review_litigation", "cases", "review.pending").value = 1;
  sheet.at("review_litigation", "cases", "review.total").value = 2;
  CHECK(sheet.explain() == Lines{"review.total[cases]: cases/review.upheld 2→1 cases/review.pending 1→0 "
                                 "cases/review.total 2→3 (left_out cases/review.pending)"});
}

TEST_CASE("a cell that would have to be negative is no candidate", "[totals]") {
  Sheet sheet;
  sheet.at("review_litigation", "cases", "litigation_direct.total").value = 1;
  CHECK(sheet.explain() == Lines{"litigation_direct.total[cases]: cases/litigation_direct.upheld 0→1 "
                                 "cases/litigation_direct.corrected 0→1 cases/litigation_direct.other 0→1 "
                                 "cases/litigation_direct.pending 0→1 cases/litigation_direct.total 1→0"});
}

TEST_CASE("an identity is not checked over cells that do not count", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  sheet.request("granted", "natural_person").value = 6;
  Cell& total = sheet.request("granted", "total");
  SECTION("blank: the column alone is left, and the row's cells are all that is open") {
    total.state = CellState::blank;
    CHECK(sheet.explain() == Lines{"requests.processed_sum[natural_person]: granted/natural_person 6→5"});
  }
  SECTION("an ambiguous row leaves every column unchecked") {
    for (Cell& cell : sheet.tables.tables[4].rows[2].cells) cell.certainty = Certainty::ambiguous;
    CHECK(sheet.explain().empty());
  }
  SECTION("an absent row as well") {
    for (Cell& cell : sheet.tables.tables[4].rows[2].cells) cell = Cell{};
    CHECK(sheet.explain().empty());
  }
}

TEST_CASE("zeros that a writer left blank count as 0 where the other sums say so", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 12);
  sheet.finish("granted", "commercial", 2);
  sheet.finish("denied.third_party", "commercial", 3);
  sheet.finish("not_processed.repeated", "natural_person", 4);
  const auto blank_zeros = [&] {
    for (Row& row : sheet.tables.tables[4].rows) {
      for (Cell& cell : row.cells) {
        if (cell.value.is_zero()) cell.state = CellState::blank;
      }
    }
  };
  SECTION("a figure that is wrong") {
    sheet.request("not_processed.repeated", "natural_person").value = 5;
    blank_zeros();
    CHECK(sheet.explain() == Lines{"requests.row_total[not_processed.repeated] requests.processed_sum[natural_person]: "
                                   "not_processed.repeated/natural_person 5→4"});
  }
  SECTION("a figure that is missing is the blank's own matter") {
    sheet.request("denied.third_party", "commercial").value = 0;
    blank_zeros();
    CHECK(sheet.explain().empty());
  }
  SECTION("one blank says nothing of the others") {
    sheet.request("granted", "natural_person").state = CellState::blank;
    CHECK(sheet.explain().empty());
  }
}

TEST_CASE("a dash is nothing in a sum", "[totals]") {
  Sheet sheet;
  sheet.finish("granted", "natural_person", 5);
  for (Cell& cell : sheet.tables.tables[4].rows[1].cells) cell.state = CellState::dash;
  CHECK(sheet.explain().empty());
}

TEST_CASE("the edition of 2019 has its own sums", "[totals]") {
  Sheet sheet(0);
  sheet.finish("other_processing", "natural_person", 3);
  CHECK(sheet.explain().empty());
  sheet.request("other_processing", "natural_person").value = 2;
  CHECK(sheet.explain() == Lines{"requests.row_total[other_processing] requests.processed_sum[natural_person]: "
                                 "other_processing/natural_person 2→3"});
}

TEST_CASE("huge and fractional figures break nothing but their own sums", "[totals]") {
  Sheet sheet;
  sheet.request("granted", "natural_person").value = *Decimal::parse("999999999999999999");
  CHECK(sheet.explain().empty());  // too large for a count: its sums are not checked
  sheet.request("granted", "natural_person").value = *Decimal::parse("0.5");
  CHECK(sheet.explain() == Lines{"requests.row_total[granted] requests.processed_sum[natural_person]: "
                                 "granted/natural_person 0.5→0"});
}

TEST_CASE("a table where everything is wrong reports every sum, and soon", "[totals]") {
  SECTION("each row and column by another amount") {
    Sheet sheet;
    std::int64_t value = 1;
    for (Row& row : sheet.tables.tables[4].rows) {
      for (Cell& cell : row.cells) cell.value = value = value * 7 % 1009;
    }
    CHECK(sheet.explain().size() > 20);
  }
  SECTION("all by the same, so that any cell may be to blame") {
    Sheet sheet;
    for (Row& row : sheet.tables.tables[4].rows) {
      for (std::size_t column = 0; column + 1 < row.cells.size(); ++column) row.cells[column].value = 1;
      row.cells.back().value = 7;
    }
    std::size_t broken = 0;
    for (const Explanation& explanation : explain_totals(sheet.tables)) {
      broken += explanation.broken.size();
    }
    CHECK(broken == 32);  // 25 rows and 7 sums of results; the balances tie
  }
}

TEST_CASE("a table is held against the sums of its own form", "[totals]") {
  Sheet mixed(1);
  Sheet old(0);
  old.request("granted", "natural_person").value = 1;
  const auto requests = [](const Table& table) { return table.id == "requests"; };
  std::vector<Table>& tables = mixed.tables.tables;
  *std::find_if(tables.begin(), tables.end(), requests) =
      *std::find_if(old.tables.tables.begin(), old.tables.tables.end(), requests);
  const std::vector<Explanation> explanations = explain_totals(mixed.tables);
  REQUIRE_FALSE(explanations.empty());
  const std::vector<FormIdentity>& own = old.tables.edition->identities;
  for (const BrokenIdentity& broken : explanations[0].broken) {
    CHECK(std::any_of(own.begin(), own.end(), [&](const FormIdentity& each) { return &each == broken.identity; }));
  }
  CHECK(explain_totals(Tables{}).empty());
}

TEST_CASE("any one cell changed in a requests table that ties is found, alone and surely", "[totals][property]") {
  std::mt19937 random(20'230'131);
  const auto up_to = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint32_t>(most + 1));
  };
  for (int round = 0; round < 2'000; ++round) {
    Sheet sheet(static_cast<std::size_t>(round % 2));
    const FormTable& form = *sheet.tables.edition->table("requests");
    for (std::size_t column = 0; column + 1 < form.columns.size(); ++column) {
      const std::string& applicant = form.columns[column].id;
      for (const FormRow& row : form.rows) {
        if (row.role == "result" && up_to(3) == 0) sheet.finish(row.id, applicant, up_to(40));
      }
      // Some came in last year, some stay for the next.
      for (const auto& [from, to] : {std::pair("carried_over", "new_received"), std::pair("carried_forward", "")}) {
        const std::int64_t moved = up_to(5);
        sheet.add(from, applicant, moved);
        sheet.add(from, "total", moved);
        const std::int64_t change = *to == '\0' ? moved : -moved;
        sheet.add("new_received", applicant, change);
        sheet.add("new_received", "total", change);
      }
    }
    for (const FormColumn& column : form.columns) {  // keep what was received from being negative
      if (sheet.request("new_received", column.id).value < Decimal(0)) {
        const std::int64_t missing = -*sheet.request("new_received", column.id).value.integer();
        for (const std::string_view row : {"new_received", "granted", "total_processed"}) {
          sheet.add(row, column.id, missing);
          if (column.id != "total") sheet.add(row, "total", missing);
        }
      }
    }
    REQUIRE(sheet.explain().empty());
    const FormRow& row = form.rows[random() % form.rows.size()];
    const FormColumn& column = form.columns[random() % form.columns.size()];
    Cell& cell = sheet.request(row.id, column.id);
    const Decimal right = cell.value;
    while (cell.value == right) cell.value = up_to(100);
    const std::vector<Explanation> explanations = explain_totals(sheet.tables);
    INFO("round " << round << ": " << row.id << "/" << column.id);
    REQUIRE(explanations.size() == 1);
    REQUIRE(explanations[0].candidates.size() == 1);
    CHECK(sheet.place("requests", explanations[0].candidates[0].cell) == row.id + "/" + column.id);
    CHECK(explanations[0].candidates[0].printed == cell.value);
    CHECK(explanations[0].candidates[0].expected == right);
  }
}

TEST_CASE("any one cell changed in a review table is among the candidates of the total that fails",
          "[totals][property]") {
  std::mt19937 random(20'240'131);
  for (int round = 0; round < 2'000; ++round) {
    Sheet sheet;
    Row& row = sheet.tables.tables[5].rows[0];
    for (std::size_t block = 0; block < 15; block += 5) {
      std::int64_t sum = 0;
      for (std::size_t column = block; column < block + 4; ++column) {
        const auto count = static_cast<std::int64_t>(random() % 9);
        row.cells[column].value = count;
        sum += count;
      }
      row.cells[block + 4].value = sum;
    }
    const std::size_t column = random() % 15;
    const Decimal right = row.cells[column].value;
    row.cells[column].value = *add(right, Decimal(1 + static_cast<std::int64_t>(random() % 9)));
    const std::vector<Explanation> explanations = explain_totals(sheet.tables);
    REQUIRE(explanations.size() == 1);
    REQUIRE(explanations[0].broken.size() == 1);
    CHECK(explanations[0].broken[0].left == std::vector<CellRef>{{0, column / 5 * 5 + 4}});
    bool listed = false;
    for (const Candidate& candidate : explanations[0].candidates) {
      listed = listed || (candidate.cell == CellRef{0, column} && candidate.expected == right);
    }
    CHECK(listed);
  }
}

}  // namespace
}  // namespace gialint
