#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/report/report.hpp"

namespace gialint::test {

/// A small form and a report on it, put together by hand: what rules see, without any reader.
struct FakeReport {
  std::unique_ptr<Edition> edition;  ///< apart, so that pointers to it survive a move
  Report report;
};

inline constexpr std::string_view fake_text =
    "甲县乙局 2023年政府信息公开\n工作年度报告\n"
    "根据要求编制本报告。\n"
    "## 一、总体情况\n"
    "共收到申请3件，办结率达\n到百分之百。公开 开工作扎实。\n"
    "三、收到和处理情况\n"
    "信息内容\t自然人\t企业\t总计\n"
    "本年新收\t2\t1\t4\n"
    "上年结转\t-\t\t0.5\n"
    "合计数\t8\n"
    "六、其他事项\n"
    "无\n";

/// The bytes of the `nth` occurrence (from 1) of `words` in `text`.
inline Span place_in(std::string_view text, std::string_view words, int nth = 1) {
  std::size_t at = text.find(words);
  while (--nth > 0 && at != std::string_view::npos) at = text.find(words, at + 1);
  if (at == std::string_view::npos) throw std::runtime_error("not in the text: " + std::string(words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Edition fake_edition() {
  Edition edition;
  edition.id = "2021";
  edition.name = "试用格式";
  edition.first_report_year = 2021;
  edition.document_number = "试办〔2021〕1号";
  edition.document_title = "关于印发试用格式的通知";
  edition.title_core = "政府信息公开工作年度报告";
  const auto add_section = [&edition](const char* id, const char* numeral, const char* title) {
    FormSection section;
    section.id = id;
    section.order = static_cast<int>(edition.sections.size()) + 1;
    section.numeral = numeral;
    section.title = title;
    edition.sections.push_back(section);
  };
  add_section("overall", "一", "总体情况");
  edition.sections.back().accepted = {"总体工作情况"};
  edition.period = {"01-01", "12-31", "report_year"};
  FormTopic topic;
  topic.id = "supervision";
  topic.title = "监督保障";
  topic.keywords = {"监督", "保障"};
  topic.pattern = "监督|保障";
  topic.required = true;
  edition.sections.back().topics.push_back(topic);
  topic = {};
  topic.id = "results";
  topic.title = "考核结果";
  topic.expected = true;
  topic.required_for = {"people_government"};
  topic.advised_for = {"town_government"};
  topic.all_of = {{"考核"}, {"追责", "问责"}};
  topic.part_of = "supervision";
  edition.sections.back().topics.push_back(topic);
  add_section("active", "二", "主动公开情况");
  add_section("requests", "三", "收到和处理情况");
  edition.sections.back().kind = SectionKind::table;
  edition.sections.back().tables = {"requests"};
  add_section("litigation", "四", "复议诉讼情况");
  add_section("other", "六", "其他事项");

  FormTable table;
  table.id = "requests";
  table.section = "requests";
  table.label_column = "信息内容";
  table.unit = "件";
  for (const auto& [id, label] :
       {std::pair("person", "自然人"), std::pair("company", "企业"), std::pair("total", "总计")}) {
    FormColumn column;
    column.id = id;
    column.label = label;
    table.columns.push_back(column);
  }
  for (const auto& [id, label] : {std::pair("received", "本年新收"), std::pair("carried", "上年结转")}) {
    FormRow row;
    row.id = id;
    row.label = label;
    row.parents = {"申请"};
    table.rows.push_back(row);
  }
  edition.tables.push_back(table);
  table.id = "litigation";
  table.section = "litigation";
  edition.tables.push_back(table);

  FormIdentity total;
  total.id = "requests.total";
  total.table = "requests";
  total.scope = IdentityScope::per_row;
  total.left = {"total"};
  total.right = {"person", "company"};
  total.status = IdentityStatus::definition;
  total.source = "试办〔2021〕1号";
  FormIdentity balance;
  balance.id = "requests.balance";
  balance.table = "requests";
  balance.left = {"received"};
  balance.right = {"carried"};
  FormIdentity floor;
  floor.id = "requests.floor";
  floor.table = "requests";
  floor.scope = IdentityScope::per_row;
  floor.left = {"total"};
  floor.relation = Relation::at_least;
  floor.right = {"person", "company"};
  floor.minus = {"company"};
  floor.severity = "warning";
  edition.identities = {total, balance, floor};
  edition.sums = FormSums(edition);
  return edition;
}

inline Table fake_table(const FormTable& form) {
  Table table;
  table.id = form.id;
  table.form = &form;
  const auto end = static_cast<std::uint32_t>(fake_text.size());
  table.span = {end, end};
  table.caption.span = {end, end};
  for (const FormColumn& column : form.columns) {
    Column missing;
    missing.id = column.id;
    missing.label = {false, false, {end, end}, "", WordingMatch::official, column.label, {}};
    table.columns.push_back(missing);
  }
  for (const FormRow& row : form.rows) {
    Row absent;
    absent.id = row.id;
    absent.label = {false, false, {end, end}, "", WordingMatch::official, row.label, {}};
    absent.span = {end, end};
    absent.cells.resize(form.columns.size());
    for (Cell& cell : absent.cells) cell.span = {end, end};
    table.rows.push_back(absent);
  }
  return table;
}

/// A report for 2023 with title, three of five sections, one of two tables, a claim and an explanation.
inline FakeReport fake_report() {
  FakeReport fake;
  fake.edition = std::make_unique<Edition>(fake_edition());
  Report& report = fake.report;
  Result<SourceText> source = SourceText::from_bytes("fake.txt", std::string(fake_text));
  if (!source) throw std::runtime_error(to_string(source.failure(), Language::zh));
  report.source = std::make_shared<SourceText>(*std::move(source));
  report.format = Format::markdown;
  report.year = 2023;
  report.organ_kind = "department";
  report.organ = Organ{"甲县乙局", "department", {}, OrganPlace::title, false};
  report.expected_edition = fake.edition.get();
  const auto at = [](std::string_view words, int nth = 1) { return place_in(fake_text, words, nth); };
  const auto append = [](MappedText& text, Span span) {
    text.append(fake_text.substr(span.begin, span.size()), span.begin);
  };

  Title title;
  title.span = hull(at("甲县乙局"), at("工作年度报告"));
  append(title.text, at("甲县乙局 2023年政府信息公开"));
  append(title.text, at("工作年度报告"));
  title.organ = at("甲县乙局");
  title.organ_name = "甲县乙局";
  title.year_span = at("2023");
  title.year = 2023;
  title.core = hull(at("政府信息公开"), at("工作年度报告"));
  title.wording = "政府信息公开工作年度报告";
  report.outline.title = title;

  Paragraph preface;
  preface.span = at("根据要求编制本报告。");
  append(preface.text, preface.span);
  report.paragraphs.preface.push_back(preface);

  const auto add_section = [&report, &at](const char* id, int order, std::string_view heading,
                                          std::string_view numeral) {
    Section section;
    section.id = id;
    section.order = order;
    section.heading = at(heading);
    section.numeral = {section.heading.begin, section.heading.begin + static_cast<std::uint32_t>(numeral.size())};
    section.title = {section.numeral.end, section.heading.end};
    section.style = NumeralStyle::comma;
    section.number = order;
    section.wording = std::string(heading.substr(numeral.size()));
    section.position = static_cast<std::uint32_t>(report.outline.sections.size());
    if (!report.outline.sections.empty()) {
      report.outline.sections.back().body.end = section.heading.begin;
    }
    section.body = {section.heading.end, static_cast<std::uint32_t>(fake_text.size())};
    report.outline.sections.push_back(section);
    report.paragraphs.sections.emplace_back();
  };
  add_section("overall", 1, "一、总体情况", "一、");
  report.outline.sections.back().level = 2;
  add_section("requests", 3, "三、收到和处理情况", "三、");
  add_section("other", 5, "六、其他事项", "六、");
  report.outline.sections.back().number = 6;
  Paragraph prose;
  prose.span = hull(at("共收到申请"), at("扎实。"));
  append(prose.text, at("共收到申请3件，办结率达"));
  append(prose.text, at("到百分之百。公开 开工作扎实。"));
  report.paragraphs.sections[0].push_back(prose);
  Paragraph nothing;
  nothing.span = at("无");
  append(nothing.text, nothing.span);
  report.paragraphs.sections[2].push_back(nothing);

  report.tables.edition = fake.edition.get();
  report.tables.tables.push_back(fake_table(fake.edition->tables[0]));
  report.tables.tables.push_back(fake_table(fake.edition->tables[1]));
  for (Table& each : report.tables.tables) each.edition = fake.edition.get();
  Table& table = report.tables.tables[0];
  table.found = true;
  table.headed = true;
  table.decisive = true;
  table.span = hull(at("信息内容"), at("0.5"));
  for (Column& column : table.columns) {
    column.label.found = true;
    column.label.text = column.label.wording;
    column.label.span = at(column.label.text);
  }
  for (Row& row : table.rows) {
    row.found = true;
    row.label.found = true;
    row.label.text = row.label.wording;
    row.label.span = at(row.label.text);
  }
  table.rows[1].label.match = WordingMatch::altered;
  const auto set = [&table](std::size_t row, std::size_t column, CellState state, Span span, Decimal value) {
    Cell& cell = table.rows[row].cells[column];
    cell.state = state;
    cell.span = span;
    cell.unit = {span.end, span.end};
    cell.value = value;
  };
  const Span first = at("2\t1\t4");
  set(0, 0, CellState::number, {first.begin, first.begin + 1}, 2);
  set(0, 1, CellState::number, {first.begin + 2, first.begin + 3}, 1);
  set(0, 2, CellState::number, {first.begin + 4, first.begin + 5}, 4);
  const Span second = at("-\t\t0.5");
  set(1, 0, CellState::dash, {second.begin, second.begin + 1}, 0);
  set(1, 1, CellState::blank, {second.begin + 2, second.begin + 2}, 0);
  set(1, 2, CellState::number, at("0.5"), *Decimal::parse("0.5"));
  table.rows[0].span = hull(table.rows[0].label.span, first);
  table.rows[1].span = hull(table.rows[1].label.span, second);
  table.extra_rows.push_back({at("合计数"), {at("8\n")}});
  table.extra_columns.push_back({at("信息内容"), {first}});
  table.headings.push_back(
      {true, "申请", {true, false, at("信息内容"), "信息内容", WordingMatch::altered, "申请", {}}});

  Explanation explanation;
  explanation.table = "requests";
  BrokenIdentity total;
  total.identity = &fake.edition->identities[0];
  total.line = 0;
  total.left = {{0, 2}};
  total.right = {{0, 0}, {0, 1}};
  total.left_sum = 4;
  total.right_sum = 3;
  BrokenIdentity balance;
  balance.identity = &fake.edition->identities[1];
  balance.line = 2;
  balance.left = {{0, 2}};
  balance.right = {{1, 2}};
  balance.left_sum = 4;
  balance.right_sum = *Decimal::parse("0.5");
  explanation.broken = {total, balance};
  explanation.candidates = {{{0, 2}, 4, 3}};
  explanation.hints = {{HintKind::left_out, {1, 2}}};
  report.totals.push_back(explanation);

  Mention mention;
  mention.span = at("3件");
  mention.span.end = mention.span.begin + 1;
  mention.value = mention.low = mention.high = 3;
  mention.unit = "件";
  mention.unit_span = {mention.span.end, mention.span.end + 3};
  mention.section = "overall";
  report.mentions.push_back(mention);
  Claim claim;
  claim.measure = "requests.received";
  claim.span = mention.span;
  claim.clause = at("共收到申请3件");
  claim.value = claim.low = 3;
  claim.high = 9;
  claim.exactness = Exactness::at_least;
  claim.section = "overall";
  claim.readings = {{"新收加结转", {{0, 0, 2, false}, {0, 1, 0, false}, {0, 1, 2, true}}, Decimal::parse("3.5")},
                    {"空白", {{0, 1, 1, false}}, std::nullopt}};
  report.claims.push_back(claim);
  return fake;
}

}  // namespace gialint::test
