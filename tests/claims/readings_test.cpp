#include "engine/claims/readings.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/claims/national_lexicon.hpp"

namespace gialint {
namespace {

/// The form's tables with a 0 in every cell, but for those given.
Tables filled(const Edition& edition, const std::map<std::string, int>& values) {
  Tables tables;
  tables.edition = &edition;
  for (const FormTable& form : edition.tables) {
    Table table;
    table.id = form.id;
    table.form = &form;
    table.edition = &edition;
    table.found = true;
    for (const FormRow& form_row : form.rows) {
      Row row;
      row.id = form_row.id;
      for (const FormColumn& column : form.columns) {
        Cell cell;
        cell.state = CellState::number;
        const auto value = values.find(form.id + "/" + row.id + "/" + column.id);
        if (value != values.end()) cell.value = Decimal(value->second);
        row.cells.push_back(cell);
      }
      table.rows.push_back(std::move(row));
    }
    tables.tables.push_back(std::move(table));
  }
  return tables;
}

Cell& cell_at(Tables& tables, const std::string& table, const std::string& row, const std::string& column) {
  for (Table& each : tables.tables) {
    if (each.id == table) return each.rows[*each.form->row_index(row)].cells[*each.form->column_index(column)];
  }
  throw std::runtime_error("no such table: " + table);
}

/// "3 4 ?": the sum of each reading.
std::string sums_of(const std::string& measure, const Tables& tables) {
  std::string out;
  for (const ClaimReading& reading : resolve_readings(*testing::national_lexicon().measure(measure), tables)) {
    out += (out.empty() ? "" : " ") + (reading.sum ? to_string(*reading.sum) : "?");
  }
  return out;
}

TEST_CASE("readings are sums over the edition's cells") {
  const Edition form = testing::edition("2021");
  const Tables tables = filled(form, {{"requests/new_received/total", 5},
                                      {"requests/carried_over/total", 1},
                                      {"requests/total_processed/total", 4},
                                      {"requests/carried_forward/total", 2},
                                      {"requests/other.other/total", 1},
                                      {"requests/other.fee_overdue/total", 1},
                                      {"requests/denied.state_secret/total", 2},
                                      {"requests/denied.third_party/total", 3},
                                      {"review_litigation/cases/litigation_direct.total", 2},
                                      {"review_litigation/cases/litigation_after_review.total", 7}});
  CHECK(sums_of("requests.new", tables) == "5");
  CHECK(sums_of("requests.received", tables) == "5 6 6");
  CHECK(sums_of("requests.answered", tables) == "4 3 2");
  CHECK(sums_of("requests.denied", tables) == "5");
  CHECK(sums_of("litigation.total", tables) == "9");
}

TEST_CASE("a condition on zero adds a reading only where it holds") {
  const Edition form = testing::edition("2021");
  CHECK(sums_of("requests.answered", filled(form, {{"requests/new_received/total", 5}})) == "0 0 0 5");
  CHECK(sums_of("requests.answered",
                filled(form, {{"requests/new_received/total", 5}, {"requests/carried_over/total", 1}})) == "0 0 0");
}

TEST_CASE("a reading whose cells the edition lacks does not apply") {
  const Edition form = testing::edition("2019");
  const Tables tables = filled(form, {{"requests/total_processed/total", 4}, {"requests/other_processing/total", 1}});
  CHECK(sums_of("requests.answered", tables) == "4 3 0");
  CHECK(sums_of("requests.other", tables) == "1");
  CHECK(sums_of("requests.other.fee_overdue", tables).empty());
  CHECK(sums_of("normative.issued", tables).empty());
}

TEST_CASE("a cell that does not count leaves its readings without a sum") {
  const Edition form = testing::edition("2021");
  Tables tables = filled(form, {{"requests/new_received/total", 5}});
  cell_at(tables, "requests", "carried_over", "total").state = CellState::blank;
  CHECK(sums_of("requests.received", tables) == "5 ? 0");
  cell_at(tables, "requests", "new_received", "total").certainty = Certainty::ambiguous;
  CHECK(sums_of("requests.received", tables) == "? ? 0");
  cell_at(tables, "requests", "total_processed", "total").state = CellState::dash;
  CHECK(sums_of("requests.processed", tables) == "0");
}

TEST_CASE("without tables there are no readings") { CHECK(sums_of("requests.received", Tables{}).empty()); }

TEST_CASE("the cell is at fault when the claim's value would make its sums tie") {
  const Edition form = testing::edition("2021");
  const std::map<std::string, int> right = {
      {"requests/new_received/natural_person", 3},    {"requests/new_received/total", 3},
      {"requests/granted/natural_person", 3},         {"requests/granted/total", 3},
      {"requests/total_processed/natural_person", 3}, {"requests/total_processed/total", 3}};
  const auto at_fault = [&](const std::map<std::string, int>& values, int said) {
    const Tables tables = filled(form, values);
    return is_cell_at_fault(resolve_readings(*testing::national_lexicon().measure("requests.new"), tables),
                            Decimal(said), tables);
  };
  std::map<std::string, int> wrong = right;
  wrong["requests/new_received/total"] = 9;
  CHECK(at_fault(wrong, 3));        // 3 in the cell would make row and column tie
  CHECK_FALSE(at_fault(wrong, 4));  // prose and table are both wrong
  CHECK_FALSE(at_fault(wrong, 9));  // they agree
  CHECK_FALSE(at_fault(right, 4));  // the table ties: the prose is wrong
}

/// An exact claim of `value` for `measure`.
Claim claim_of(const std::string& measure, const char* value, const Tables& tables) {
  Claim claim;
  claim.measure = measure;
  claim.value = claim.low = claim.high = *Decimal::parse(value);
  claim.step = Decimal::scaled(1, claim.value.scale()).value_or(Decimal(1));
  claim.readings = resolve_readings(*testing::national_lexicon().measure(measure), tables);
  return claim;
}

TEST_CASE("a claim is contradicted when no reading has its value") {
  const Edition form = testing::edition("2021");
  const Tables tables = filled(
      form,
      {{"requests/new_received/total", 5}, {"requests/carried_over/total", 2}, {"requests/total_processed/total", 7}});
  CHECK(judge(claim_of("requests.received", "5", tables)) == ClaimVerdict::agrees);
  CHECK(judge(claim_of("requests.received", "7", tables)) == ClaimVerdict::agrees);
  CHECK(judge(claim_of("requests.received", "6", tables)) == ClaimVerdict::contradicted);
  CHECK(judge(claim_of("proposals.members", "6", tables)) == ClaimVerdict::unknown);

  Claim part = claim_of("requests.new", "4", tables);
  CHECK(judge(part) == ClaimVerdict::contradicted);
  part.part = true;
  CHECK(judge(part) == ClaimVerdict::agrees);
  part.low = part.value = part.high = Decimal(6);
  CHECK(judge(part) == ClaimVerdict::contradicted);

  Claim faulty = claim_of("requests.new", "4", tables);
  faulty.cell_at_fault = true;
  CHECK(judge(faulty) == ClaimVerdict::unknown);
}

TEST_CASE("money agrees when one of the two is rounded") {
  const Edition form = testing::edition("2021");
  Tables tables = filled(form, {});
  cell_at(tables, "art20_8", "administrative_fees", "fee_amount").value = *Decimal::parse("47.12");
  CHECK(judge(claim_of("fees.administrative", "47.1", tables)) == ClaimVerdict::agrees);
  CHECK(judge(claim_of("fees.administrative", "47.1234", tables)) == ClaimVerdict::agrees);
  CHECK(judge(claim_of("fees.administrative", "47.3", tables)) == ClaimVerdict::contradicted);
  CHECK(judge(claim_of("fees.information", "0.04", tables)) == ClaimVerdict::agrees);
  CHECK(judge(claim_of("fees.information", "48", tables)) == ClaimVerdict::contradicted);
  // A unit of its own in the cell says that the column's is not meant.
  cell_at(tables, "art20_8", "administrative_fees", "fee_amount").unit = {1, 2};
  CHECK(judge(claim_of("fees.administrative", "47.3", tables)) == ClaimVerdict::unknown);
}

TEST_CASE("cells are in doubt where a sum through them fails") {
  const Edition form = testing::edition("2021");
  Tables tables = filled(form, {});
  const auto forward = [&] {
    return resolve_readings(*testing::national_lexicon().measure("requests.carried_forward"), tables);
  };
  CHECK_FALSE(are_cells_in_doubt(forward(), tables));
  cell_at(tables, "requests", "carried_forward", "total").value = Decimal(2);
  CHECK(are_cells_in_doubt(forward(), tables));
}

TEST_CASE("readings are resolved once for a report") {
  const Edition form = testing::edition("2021");
  const Tables tables = filled(form, {{"requests/new_received/total", 5}});
  const Lexicon& lexicon = testing::national_lexicon();
  ReadingCache cache(lexicon, tables);
  const auto measure = static_cast<std::size_t>(lexicon.measure("requests.new") - lexicon.measures.data());
  CHECK(cache.of(measure).front().sum == Decimal(5));
  CHECK(&cache.of(measure) == &cache.of(measure));
}

}  // namespace
}  // namespace gialint
