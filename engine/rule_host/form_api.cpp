#include <string>
#include <string_view>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"

namespace gialint::lua {
namespace {

const FormRow& row_of(const Node& node) {
  return static_cast<const FormTable*>(node.anchor.what)->rows[node.anchor.row];
}

const FormColumn& column_of(const Node& node) {
  return static_cast<const FormTable*>(node.anchor.what)->columns[node.anchor.column];
}

/// A label's text without layout, to be compared with a node's `.folded`.
void push_folded(lua_State* lua, const std::string& label) {
  LuaState::of(lua).charge(1 + 4 * label.size());
  push_text(lua, to_utf8(fold_text(label)));
}

void get_folded_row(lua_State* lua, const Node& self) { push_folded(lua, row_of(self).label); }

void get_folded_column(lua_State* lua, const Node& self) { push_folded(lua, column_of(self).label); }

void get_signed(lua_State* lua, const Node& self) {
  push_bool(lua, column_of(self).value_kind == ValueKind::signed_integer);
}

void push_form_object(lua_State* lua, Kind kind, const void* what, std::size_t row = 0, std::size_t column = 0) {
  if (what == nullptr) {
    lua_pushnil(lua);
  } else {
    push_node(lua, {nullptr, kind, what, nullptr, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
  }
}

void get_last_year(lua_State* lua, const Node& self) {
  if (as<Edition>(self).last_report_year == 0) {
    lua_pushnil(lua);
  } else {
    lua_pushinteger(lua, as<Edition>(self).last_report_year);
  }
}

void get_sections(lua_State* lua, const Node& self) {
  const auto& sections = as<Edition>(self).sections;
  push_list(lua, {nullptr, Kind::form_section, &sections}, sections.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_form_section(state, &(*static_cast<const std::vector<FormSection>*>(list.what))[index]);
            });
}

void get_tables(lua_State* lua, const Node& self) {
  const auto& tables = as<Edition>(self).tables;
  push_list(lua, {nullptr, Kind::form_table, &tables}, tables.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_form_table(state, &(*static_cast<const std::vector<FormTable>*>(list.what))[index]);
            });
}

void get_cross_year(lua_State* lua, const Node& self) { push_cross_years(lua, as<Edition>(self).cross_year); }

void get_roll_up(lua_State* lua, const Node& self) { push_roll_ups(lua, as<Edition>(self).roll_up); }

/// The relations "at least" of the form, each a table of its own: few rules ask for them, and rarely.
void get_floors(lua_State* lua, const Node& self) {
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const FormIdentity& identity : as<Edition>(self).identities) {
    if (identity.relation != Relation::at_least) continue;
    lua_newtable(lua);
    const auto text = [&](const char* name, std::string_view value) {
      push_text(lua, value);
      lua_setfield(lua, -2, name);
    };
    const auto terms = [&](const char* name, const std::vector<std::string>& ids) {
      push_strings(lua, ids);
      lua_setfield(lua, -2, name);
    };
    text("id", identity.id);
    text("table", identity.table);
    text("scope", identity.scope == IdentityScope::per_row ? "row" : "column");
    text("severity", identity.severity);
    terms("left", identity.left);
    terms("right", identity.right);
    terms("minus", identity.minus);
    lua_rawseti(lua, -2, ++count);
  }
}

int find_section(lua_State* lua) {
  push_form_section(lua, as<Edition>(check_kind(lua, 1, Kind::form)).section(text_argument(lua, 2)));
  return 1;
}

int find_table(lua_State* lua) {
  push_form_table(lua, as<Edition>(check_kind(lua, 1, Kind::form)).table(text_argument(lua, 2)));
  return 1;
}

void get_heading(lua_State* lua, const Node& self) { push_text(lua, as<FormSection>(self).heading()); }
void get_kind(lua_State* lua, const Node& self) {
  lua_pushstring(lua, as<FormSection>(self).kind == SectionKind::table ? "table" : "text");
}

void get_topics(lua_State* lua, const Node& self) {
  const auto& topics = as<FormSection>(self).topics;
  push_list(lua, {nullptr, Kind::form_topic, &topics}, topics.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const FormTopic& topic = (*static_cast<const std::vector<FormTopic>*>(list.what))[index];
              push_node(state, {nullptr, Kind::form_topic, &topic});
            });
}

void get_all_of(lua_State* lua, const Node& self) {
  const auto& groups = as<FormTopic>(self).all_of;
  push_list(lua, {nullptr, Kind::form_topic, &groups}, groups.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_strings(state, (*static_cast<const std::vector<std::vector<std::string>>*>(list.what))[index]);
            });
}

template <std::string FormPeriod::*Field>
void get_period(lua_State* lua, const Node& self) {
  push_text(lua, as<Edition>(self).period.*Field);
}

void get_rows(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, as<FormTable>(self).rows.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_form_row(state, static_cast<const FormTable*>(list.what), index);
            });
}

void get_columns(lua_State* lua, const Node& self) {
  push_list(lua, self.anchor, as<FormTable>(self).columns.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_form_column(state, static_cast<const FormTable*>(list.what), index);
            });
}

int find_row(lua_State* lua) {
  const auto& table = as<FormTable>(check_kind(lua, 1, Kind::form_table));
  const auto row = table.row_index(text_argument(lua, 2));
  push_form_row(lua, row ? &table : nullptr, row.value_or(0));
  return 1;
}

int find_column(lua_State* lua) {
  const auto& table = as<FormTable>(check_kind(lua, 1, Kind::form_table));
  const auto column = table.column_index(text_argument(lua, 2));
  push_form_column(lua, column ? &table : nullptr, column.value_or(0));
  return 1;
}

}  // namespace

void push_form(lua_State* lua, const Edition* edition) { push_form_object(lua, Kind::form, edition); }

void push_form_section(lua_State* lua, const FormSection* section) {
  push_form_object(lua, Kind::form_section, section);
}

void push_form_table(lua_State* lua, const FormTable* table) { push_form_object(lua, Kind::form_table, table); }

void push_form_row(lua_State* lua, const FormTable* table, std::size_t row) {
  push_form_object(lua, Kind::form_row, table, row);
}

void push_form_column(lua_State* lua, const FormTable* table, std::size_t column) {
  push_form_object(lua, Kind::form_column, table, 0, column);
}

void open_form_api(lua_State* lua) {
  static const std::vector<Member> form = {
      {"id", "string", "", get_field<&Edition::id>},
      {"name", "string", "", get_field<&Edition::name>},
      {"document_number", "string", "", get_field<&Edition::document_number>},
      {"document_title", "string", "", get_field<&Edition::document_title>},
      {"title_core", "string", "", get_field<&Edition::title_core>},
      {"period_start", "string", "\"01-01\"", get_period<&FormPeriod::start>},
      {"period_end", "string", "\"12-31\"", get_period<&FormPeriod::end>},
      {"first_report_year", "integer", "", get_field<&Edition::first_report_year>},
      {"last_report_year", "integer?", "nil: in force", get_last_year},
      {"sections", "gialint.FormSection[]", "", get_sections},
      {"tables", "gialint.FormTable[]", "", get_tables},
      {"cross_year", "gialint.FormCrossYear[]", "relations with last year's tables", get_cross_year},
      {"roll_up", "gialint.FormRollUp[]", "how bodies add up", get_roll_up},
      {"floors", "gialint.FormFloor[]", "relations that hold with \"at least\"", get_floors},
      {"section", "(id: string): gialint.FormSection?", "", nullptr, guarded<find_section>},
      {"table", "(id: string): gialint.FormTable?", "", nullptr, guarded<find_table>},
  };
  static const std::vector<Member> section = {
      {"id", "string", "", get_field<&FormSection::id>},
      {"order", "integer", "", get_field<&FormSection::order>},
      {"numeral", "string", "", get_field<&FormSection::numeral>},
      {"title", "string", "", get_field<&FormSection::title>},
      {"heading", "string", "numeral and title", get_heading},
      {"kind", "\"text\"|\"table\"", "", get_kind},
      {"tables", "string[]", "ids", get_field<&FormSection::tables>},
      {"accepted", "string[]", "wordings that nobody minds", get_field<&FormSection::accepted>},
      {"deviant", "string[]", "wordings of old", get_field<&FormSection::deviant>},
      {"topics", "gialint.FormTopic[]", "what it has to speak of", get_topics},
  };
  static const std::vector<Member> topic = {
      {"id", "string", "", get_field<&FormTopic::id>},
      {"title", "string", "", get_field<&FormTopic::title>},
      {"keywords", "string[]", "any of them shows that it does", get_field<&FormTopic::keywords>},
      {"pattern", "string", "for any of them", get_field<&FormTopic::pattern>},
      {"required", "boolean", "", get_field<&FormTopic::required>},
      {"expected", "boolean", "", get_field<&FormTopic::expected>},
      {"required_for", "string[]", "kinds of organ", get_field<&FormTopic::required_for>},
      {"advised_for", "string[]", "kinds of organ", get_field<&FormTopic::advised_for>},
      {"evidence", "string",
       "a regular expression for what only a report on it says, while `pattern` finds its name too; \"\" when there is "
       "none",
       get_field<&FormTopic::evidence>},
      {"all_of", "string[][]", "one word of each", get_all_of},
      {"part_of", "string", "id of the topic it belongs to, or \"\"", get_field<&FormTopic::part_of>},
  };
  static const std::vector<Member> table = {
      {"id", "string", "", get_field<&FormTable::id>},
      {"section", "string", "id", get_field<&FormTable::section>},
      {"caption", "string", "", get_field<&FormTable::caption>},
      {"note", "string", "", get_field<&FormTable::note>},
      {"label_column", "string", "", get_field<&FormTable::label_column>},
      {"unit", "string", "", get_field<&FormTable::unit>},
      {"rows", "gialint.FormRow[]", "", get_rows},
      {"columns", "gialint.FormColumn[]", "", get_columns},
      {"row", "(id: string): gialint.FormRow?", "", nullptr, guarded<find_row>},
      {"column", "(id: string): gialint.FormColumn?", "", nullptr, guarded<find_column>},
  };
  static const std::vector<Member> row = {
      {"id", "string", "", get_of<row_of, &FormRow::id>},
      {"item", "string", "", get_of<row_of, &FormRow::item>},
      {"label", "string", "", get_of<row_of, &FormRow::label>},
      {"folded", "string", "", get_folded_row},
      {"short_label", "string", "", get_of<row_of, &FormRow::short_label>},
      {"accepted", "string[]", "", get_of<row_of, &FormRow::accepted>},
      {"deviant", "string[]", "", get_of<row_of, &FormRow::deviant>},
      {"parents", "string[]", "", get_of<row_of, &FormRow::parents>},
      {"role", "string", "", get_of<row_of, &FormRow::role>},
      {"article", "string", "of the Regulations", get_of<row_of, &FormRow::article>},
  };
  static const std::vector<Member> column = {
      {"id", "string", "", get_of<column_of, &FormColumn::id>},
      {"label", "string", "", get_of<column_of, &FormColumn::label>},
      {"folded", "string", "", get_folded_column},
      {"accepted", "string[]", "", get_of<column_of, &FormColumn::accepted>},
      {"deviant", "string[]", "", get_of<column_of, &FormColumn::deviant>},
      {"parent", "string", "", get_of<column_of, &FormColumn::parent>},
      {"unit", "string", "", get_of<column_of, &FormColumn::unit>},
      {"signed", "boolean", "may fall below zero", get_signed},
      {"decimals", "integer?", "how many a figure of it is printed with", get_of<column_of, &FormColumn::decimals>},
  };
  define_kind(lua, Kind::form, "Form", "an edition of the official form", form);
  define_kind(lua, Kind::form_section, "FormSection", "of a form", section);
  define_kind(lua, Kind::form_topic, "FormTopic", "what a section has to speak of", topic);
  define_kind(lua, Kind::form_table, "FormTable", "of a form", table);
  define_kind(lua, Kind::form_row, "FormRow", "of a form's table", row);
  define_kind(lua, Kind::form_column, "FormColumn", "of a form's table", column);
}

}  // namespace gialint::lua
