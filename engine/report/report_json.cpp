#include "engine/report/report_json.hpp"

#include <string_view>

#include "engine/json/json_writer.hpp"

namespace gialint {
namespace {

std::string_view kind_name(ReportKind kind) {
  switch (kind) {
    case ReportKind::report:
      return "report";
    case ReportKind::unsupported_year:
      return "unsupported_year";
    case ReportKind::not_a_report:
      break;
  }
  return "not_a_report";
}

class ModelWriter {
 public:
  ModelWriter(const Report& report, std::string& out) : report_(report), json_(out) {}

  void write() {
    json_.begin_object();
    json_.member("schema", "gialint-model/1");
    json_.member("path", report_.source->path());
    json_.key("encoding");
    if (report_.source->is_drawn()) {
      json_.null();
    } else {
      json_.value(encoding_name(report_.source->encoding()));
    }
    json_.member("format", format_name(report_.format));
    json_.member("kind", kind_name(report_.kind));
    json_.key("year");
    number_or_null(report_.year);
    json_.key("organ_kind");
    if (report_.organ_kind.empty()) {
      json_.null();
    } else {
      json_.value(report_.organ_kind);
    }
    write_organ();
    json_.member("edition", report_.edition().id);
    json_.member("expected_edition", report_.expected_edition->id);
    write_title();
    json_.key("preface").begin_array();
    for (const Paragraph& paragraph : report_.paragraphs.preface) write(paragraph);
    json_.end_array();
    json_.key("sections").begin_array();
    for (const Section& section : report_.outline.sections) write(section);
    json_.end_array();
    json_.key("tables").begin_array();
    for (const Table& table : report_.tables.tables) write(table);
    json_.end_array();
    json_.key("unreadable_tables").begin_array();
    for (const Table& table : report_.tables.unreadable) write(table);
    json_.end_array();
    json_.key("totals").begin_array();
    for (const Explanation& explanation : report_.totals) write(explanation);
    json_.end_array();
    json_.key("claims").begin_array();
    for (const Claim& claim : report_.claims) write(claim);
    json_.end_array();
    json_.key("mentions").begin_array();
    for (const Mention& mention : report_.mentions) write(mention);
    json_.end_array();
    json_.key("breakdowns").begin_array();
    for (const Breakdown& breakdown : report_.breakdowns) write(breakdown);
    json_.end_array();
    json_.key("shares").begin_array();
    for (const Share& share : report_.shares) write(share);
    json_.end_array();
    json_.key("trends").begin_array();
    for (const Trend& trend : report_.trends) write(trend);
    json_.end_array();
    json_.end_object();
  }

 private:
  void number_or_null(std::optional<int> number) {
    if (number) {
      json_.value(*number);
    } else {
      json_.null();
    }
  }

  void write_place(Span span) {
    const Position begin = report_.source->position(span.begin, ColumnUnit::code_point);
    json_.key("span").begin_object();
    json_.member("begin", span.begin).member("end", span.end).member("line", begin.line).member("column", begin.column);
    json_.end_object();
  }

  void write_organ() {
    json_.key("organ");
    if (!report_.organ) {
      json_.null();
      return;
    }
    const Organ& organ = *report_.organ;
    json_.begin_object().member("name", organ.name).key("kind");
    if (organ.kind.empty()) {
      json_.null();
    } else {
      json_.value(organ.kind);
    }
    json_.member("from", organ_place_name(organ.place)).member("doubtful", organ.doubtful);
    write_place(organ.span);
    json_.end_object();
  }

  void write_title() {
    json_.key("title");
    if (!report_.outline.title) {
      json_.null();
      return;
    }
    const Title& title = *report_.outline.title;
    json_.begin_object().member("text", title.text.text()).member("organ", title.organ_name).key("year");
    number_or_null(title.year);
    json_.member("match", match_name(title.match)).member("wording", title.wording);
    write_place(title.span);
    json_.end_object();
  }

  void write(const Paragraph& paragraph) {
    json_.begin_object().member("text", paragraph.text.text()).member("heading", paragraph.heading);
    write_place(paragraph.span);
    json_.end_object();
  }

  void write(const Section& section) {
    json_.begin_object().member("id", section.id).member("title", report_.source->slice(section.title));
    json_.member("numeral", report_.source->slice(section.numeral)).key("number");
    number_or_null(section.number);
    json_.member("level", section.level).member("match", match_name(section.match)).member("wording", section.wording);
    json_.member("in_order", section.in_order);
    write_place(section.heading);
    json_.key("paragraphs").begin_array();
    for (const Paragraph& paragraph : report_.paragraphs.of(section)) write(paragraph);
    json_.end_array().end_object();
  }

  void write_label(std::string_view key, const Label& label) {
    json_.key(key).begin_object().member("found", label.found);
    if (label.found) {
      json_.member("text", report_.source->slice(label.span)).member("match", match_name(label.match));
      json_.member("wording", label.wording);
    }
    write_place(label.span);
    json_.end_object();
  }

  void write(const Table& table) {
    json_.begin_object().member("id", table.id).member("edition", table.edition->id).member("found", table.found);
    if (table.unreadable != Unreadable::no) json_.member("unreadable", reason_name(table.unreadable));
    write_place(table.span);
    json_.key("columns").begin_array();
    for (const Column& column : table.columns) {
      json_.begin_object().member("id", column.id).member("missing", column.missing);
      write_label("label", column.label);
      json_.end_object();
    }
    json_.end_array().key("rows").begin_array();
    for (const Row& row : table.rows) {
      json_.begin_object().member("id", row.id).member("found", row.found).member("ambiguous", row.ambiguous);
      write_label("label", row.label);
      json_.key("cells").begin_array();
      for (const Cell& cell : row.cells) write(cell);
      json_.end_array();
      write_unread(row.unread);
      json_.end_object();
    }
    json_.end_array();
    write_unread(table.unread);
    write_extra("extra_rows", table.extra_rows);
    write_extra("extra_columns", table.extra_columns);
    json_.end_object();
  }

  /// Numbers that nothing claims, where there are any.
  void write_unread(const std::vector<Span>& numbers) {
    if (numbers.empty()) return;
    json_.key("unread").begin_array();
    for (const Span number : numbers) {
      json_.begin_object().member("text", report_.source->slice(number));
      write_place(number);
      json_.end_object();
    }
    json_.end_array();
  }

  template <class Extra>
  void write_extra(std::string_view key, const std::vector<Extra>& all) {
    json_.key(key).begin_array();
    for (const Extra& extra : all) {
      json_.begin_object().member("label", report_.source->slice(extra.label)).member("values", extra.values.size());
      write_place(extra.label);
      json_.end_object();
    }
    json_.end_array();
  }

  void write(const Cell& cell) {
    json_.begin_object().member("state", state_name(cell.state)).key("value");
    // Exact decimals stay exact: as text, since JSON readers take numbers for floating point.
    if (cell.has_value()) {
      json_.value(to_string(cell.value));
    } else {
      json_.null();
    }
    if (!cell.unit.empty()) json_.member("unit", report_.source->slice(cell.unit));
    json_.member("sure", cell.certainty == Certainty::sure);
    write_place(cell.span);
    json_.end_object();
  }

  void write(const Explanation& explanation) {
    const Table& table = *report_.tables.table(explanation.table);
    const auto write_cell = [&](CellRef ref) {
      json_.member("cell", table.id + "/" + table.rows[ref.row].id + "/" + table.columns[ref.column].id);
    };
    json_.begin_object().member("table", explanation.table).key("broken").begin_array();
    for (const BrokenIdentity& broken : explanation.broken) {
      const bool per_row = broken.identity->scope == IdentityScope::per_row;
      json_.begin_object().member("identity", broken.identity->id);
      json_.member(per_row ? "row" : "column", per_row ? table.rows[broken.line].id : table.columns[broken.line].id);
      json_.member("left_sum", to_string(broken.left_sum))
          .member("right_sum", to_string(broken.right_sum))
          .end_object();
    }
    json_.end_array().key("candidates").begin_array();
    for (const Candidate& candidate : explanation.candidates) {
      json_.begin_object();
      write_cell(candidate.cell);
      json_.member("printed", to_string(candidate.printed))
          .member("expected", to_string(candidate.expected))
          .end_object();
    }
    json_.end_array().end_object();
  }

  void write(const Claim& claim) {
    json_.begin_object().member("measure", claim.measure).member("text", report_.source->slice(claim.span));
    write_bounds(claim.value, claim.low, claim.high, claim.exactness);
    json_.member("in_words", claim.in_words).member("ambiguous", claim.ambiguous).member("weak", claim.weak);
    json_.member("verdict", verdict_name(claim.verdict)).member("section", claim.section);
    write_place(claim.span);
    json_.end_object();
  }

  void write(const Mention& mention) {
    json_.begin_object().member("text", report_.source->slice(mention.span)).member("unit", mention.unit);
    write_bounds(mention.value, mention.low, mention.high, mention.exactness);
    json_.member("section", mention.section);
    write_place(mention.span);
    json_.end_object();
  }

  void write(const Breakdown& breakdown) {
    json_.begin_object().key("total");
    write(breakdown.total);
    json_.key("parts").begin_array();
    for (const Mention& part : breakdown.parts) write(part);
    json_.end_array().member("sum", to_string(breakdown.sum)).member("fault", fault_name(breakdown.fault)).end_object();
  }

  void write(const Share& share) {
    json_.begin_object().key("stated");
    write(share.stated);
    json_.key("part");
    write(share.part);
    json_.member("expected", to_string(share.expected)).member("agrees", share.agrees).end_object();
  }

  void write(const Trend& trend) {
    json_.begin_object().member("measure", trend.figures.front().measure).member("rises", trend.rises).key("stated");
    write(trend.stated);
    json_.end_object();
  }

  void write_bounds(Decimal value, Decimal low, Decimal high, Exactness exactness) {
    json_.member("value", to_string(value)).member("exactness", exactness_name(exactness));
    if (exactness != Exactness::exact) json_.member("low", to_string(low)).member("high", to_string(high));
  }

  const Report& report_;
  JsonWriter json_;
};

}  // namespace

std::string to_json(const Report& report) {
  std::string out;
  ModelWriter(report, out).write();
  out += '\n';
  return out;
}

}  // namespace gialint
