#include <catch2/catch.hpp>

#include "tests/support/rules.hpp"

namespace gialint::test {

TEST_CASE("a rule reads tables, rows, columns and cells", "[rule_host]") {
  static const std::vector<Expectation> cases = {
      {"#report.tables", "2"},
      {"report.tables[2].id", "litigation"},
      {"report.tables[2].found", "false"},
      {"report.tables[2].empty", "true"},
      {"report.tables[1].place", "requests"},
      {"report.tables[1].section", "requests"},
      {"report.tables[1].form.unit", "件"},
      {"report.tables[1].caption.found", "false"},
      {"report.tables[1].caption.place", "requests"},
      {"#report.tables[1].rows", "2"},
      {"report.tables[1]:row('received').text", "本年新收 2 1 4"},
      {"report.tables[1]:row('received').place", "requests/received"},
      {"report.tables[1]:row('received').found", "true"},
      {"report.tables[1]:row('received').ambiguous", "false"},
      {"report.tables[1]:row('received').label.text", "本年新收"},
      {"report.tables[1]:row('received').label.place", "requests/received"},
      {"report.tables[1]:row('carried').label.match", "altered"},
      {"report.tables[1]:row('carried').label.wording", "上年结转"},
      {"report.tables[1]:row('carried').label.found", "true"},
      {"report.tables[1]:row('carried').form.parents[1]", "申请"},
      {"report.tables[1]:row('carried').table.id", "requests"},
      {"report.tables[1]:row('none')", "nil"},
      {"#report.tables[1].columns", "3"},
      {"report.tables[1]:column('total').text", "总计"},
      {"report.tables[1]:column('total').place", "requests/header/total"},
      {"report.tables[1]:column('total').label.text", "总计"},
      {"report.tables[1]:column('total').form.label", "总计"},
      {"report.tables[1]:column('none')", "nil"},
      {"report.tables[1]:cell('received', 'total').value", "4"},
      {"report.tables[1]:cell('received', 'total').text", "4"},
      {"report.tables[1]:cell('received', 'total').place", "requests/received/total"},
      {"report.tables[1]:cell('received', 'total').row.id", "received"},
      {"report.tables[1]:cell('received', 'total').column.id", "total"},
      {"report.tables[1]:cell('received', 'total').table.id", "requests"},
      {"report.tables[1]:cell('received', 'total'):start().column", "10"},
      {"report.tables[1]:cell('received', 'none')", "nil"},
      {"report.tables[1]:cell('carried', 'person').value", "0"},
      {"report.tables[1]:cell('carried', 'person').state", "dash"},
      {"report.tables[1]:cell('carried', 'company').value", "nil"},
      {"report.tables[1]:cell('carried', 'company').state", "blank"},
      {"report.tables[1]:cell('carried', 'company').counts", "false"},
      {"report.tables[1]:cell('carried', 'company').certainty", "sure"},
      {"report.tables[1]:cell('carried', 'total').value", "0.5"},
      {"report.tables[1]:row('received'):cell('person').value", "2"},
      {"report.tables[1]:row('received'):cell('none')", "nil"},
      {"#report.tables[1]:row('received').cells", "3"},
      {"report.tables[1]:row('received').cells[2].value", "1"},
      {"report.tables[1].extra_rows[1].label.text", "合计数"},
      {"report.tables[1].extra_rows[1].values[1]:sub(1, 1).text", "8"},
      {"report.tables[1].extra_rows[1].place", "requests"},
      {"#report.tables[1]:cells_with('number')", "4"},
      {"report.tables[1]:cells_with('dash')[1].place", "requests/carried/person"},
      {"#report.tables[1]:cells_with('blank')", "1"},
      {"#report.tables[1]:cells_with('unit')", "0"},
      {"#report.tables[1]:cells_with('unfit')", "0"},
      {"#report.tables[2]:cells_with('absent')", "0"},
      {"report.tables[1].deviates", "true"},
      {"report.tables[2].deviates", "false"},
      {"report.tables[1].extra_columns[1].label.text", "信息内容"},
      {"#report.tables[1].extra_columns[1].values", "1"},
      {"report.tables[1].extra_columns[1].place", "requests"},
      {"report.tables[1].headings[1].text", "信息内容"},
      {"report.tables[1].headings[1].label.text", "信息内容"},
      {"report.tables[1].headings[1].label.match", "altered"},
      {"report.tables[1].headings[1].form_text", "申请"},
      {"report.tables[1].headings[1].group", "true"},
      {"report.tables[1].headings[1].table.id", "requests"},
      {"report.tables[1].edition.id == report.form.id", "true"},
      {"report.tables[1].headed", "true"},
      {"report.tables[2].headed", "false"},
      {"report.tables[1].row_width", "0"},
      {"report.tables[1].decisive", "true"},
      {"report.tables[1]:column('total').missing", "false"},
      {"report.tables[1]:row('received').label.lost", "false"},
      {"report.tables[1]:cell('received', 'total').unit.empty", "true"},
      {"report.tables[1]:cell('received', 'total').unfit", "false"},
      {"#report.tables[1]:cell('received', 'total').parts", "1"},
      {"report.tables[1]:cell('received', 'total').parts[1][2].place", "requests/received/company"},
      {"#report.tables[1]:cell('received', 'total').parts[1]", "2"},
      {"#report.tables[1]:cell('received', 'person').parts", "0"},  // the balance has exceptions: no total
      {"report:cell('requests/received/total') == report.tables[1].rows[1].cells[3]", "true"},
      {"report:cell('requests/received/total') == report.tables[1].rows[1].cells[2]", "false"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression) == test.value);
  }
}

TEST_CASE("a rule reads the explanations of sums that fail", "[rule_host]") {
  const std::string explains = "explains = { 'requests.total' },";
  static const std::vector<Expectation> cases = {
      {"#report:explanations()", "1"},
      {"report:explanations()[1].table.id", "requests"},
      {"#report:explanations()[1].broken", "2"},
      {"report:explanations()[1].broken[1].identity", "requests.total"},
      {"report:explanations()[1].broken[1].source", "试办〔2021〕1号"},
      {"report:explanations()[1].broken[1].scope", "row"},
      {"report:explanations()[1].broken[1].row.id", "received"},
      {"report:explanations()[1].broken[1].column", "nil"},
      {"report:explanations()[1].broken[1].left[1].place", "requests/received/total"},
      {"#report:explanations()[1].broken[1].right", "2"},
      {"#report:explanations()[1].broken[1].minus", "0"},
      {"report:explanations()[1].broken[1].left_sum", "4"},
      {"report:explanations()[1].broken[1].right_sum", "3"},
      {"report:explanations()[1].broken[1].difference", "1"},
      {"report:explanations()[1].broken[2].scope", "column"},
      {"report:explanations()[1].broken[2].column.id", "total"},
      {"report:explanations()[1].broken[2].row", "nil"},
      {"report:explanations()[1].broken[2].difference", "3.5"},
      {"report:explanations()[1].candidates[1].cell.place", "requests/received/total"},
      {"report:explanations()[1].candidates[1].printed", "4"},
      {"report:explanations()[1].candidates[1].expected", "3"},
      {"report:explanations()[1].hints[1].kind", "left_out"},
      {"report:explanations()[1].hints[1].cell.place", "requests/carried/total"},
  };
  for (const Expectation& test : cases) {
    INFO(test.expression);
    CHECK(evaluate(test.expression, explains) == test.value);
  }
  CHECK(evaluate("#report:explanations()") == "0");
}

}  // namespace gialint::test
