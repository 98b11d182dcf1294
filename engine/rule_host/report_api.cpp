#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_run.hpp"

namespace gialint::lua {
namespace {

void push_paragraph(lua_State* lua, const Anchor& list, std::size_t index) {
  const Paragraph& paragraph = (*static_cast<const std::vector<Paragraph>*>(list.what))[index];
  Node& node = push_node(lua, {list.report, Kind::paragraph, &paragraph, list.owner}, paragraph.span);
  node.mapped = &paragraph.text;
  node.part = {0, static_cast<std::uint32_t>(paragraph.text.text().size())};
}

void push_paragraphs(lua_State* lua, const Report& report, const std::vector<Paragraph>& paragraphs,
                     const Section* section) {
  push_list(lua, {&report, Kind::paragraph, &paragraphs, section}, paragraphs.size(), push_paragraph,
            [](const Anchor& list, std::size_t index) {
              return (*static_cast<const std::vector<Paragraph>*>(list.what))[index].text.text();
            });
}

/// Where paragraph number `index` of a whole report stands: in the list that is returned, now at `index`.
Anchor find_paragraph(const Report& report, std::size_t& index) {
  const Paragraphs& paragraphs = report.paragraphs;
  if (index < paragraphs.preface.size()) return {&report, Kind::paragraph, &paragraphs.preface};
  index -= paragraphs.preface.size();
  auto section = report.outline.sections.begin();
  for (; index >= paragraphs.of(*section).size(); ++section) index -= paragraphs.of(*section).size();
  return {&report, Kind::paragraph, &paragraphs.of(*section), &*section};
}

void push_section(lua_State* lua, const Report* report, const Section* section) {
  push_node(lua, {report, Kind::section, section}, section->heading);
}

// ---- report

void get_title(lua_State* lua, const Node& self) {
  const std::optional<Title>& title = report_of(self).outline.title;
  if (!title) {
    lua_pushnil(lua);
    return;
  }
  Node& node = push_node(lua, {&report_of(self), Kind::title, &*title}, title->span);
  if (!title->text.empty()) {
    node.mapped = &title->text;
    node.part = {0, static_cast<std::uint32_t>(title->text.text().size())};
  }
}

void get_report_organ(lua_State* lua, const Node& self) {
  const std::optional<Organ>& organ = report_of(self).organ;
  if (organ) {
    push_node(lua, {&report_of(self), Kind::organ, &*organ}, organ->span);
  } else {
    lua_pushnil(lua);
  }
}

void get_kind_of_organ(lua_State* lua, const Node& self) { push_text_if_any(lua, as<Organ>(self).kind); }

void get_organ_kind(lua_State* lua, const Node& self) { push_text_if_any(lua, report_of(self).organ_kind); }

void get_undecodable(lua_State* lua, const Node& self) {
  push_value(lua, report_of(self).source->undecodable().size());
}

void get_preface(lua_State* lua, const Node& self) {
  push_paragraphs(lua, report_of(self), report_of(self).paragraphs.preface, nullptr);
}

void get_all_paragraphs(lua_State* lua, const Node& self) {
  const Report& report = report_of(self);
  std::size_t count = report.paragraphs.preface.size();
  for (const std::vector<Paragraph>& paragraphs : report.paragraphs.sections) count += paragraphs.size();
  push_list(
      lua, {&report, Kind::paragraph}, count,
      [](lua_State* state, const Anchor& list, std::size_t index) {
        const Anchor own = find_paragraph(*list.report, index);
        push_paragraph(state, own, index);
      },
      [](const Anchor& list, std::size_t index) {
        const Anchor own = find_paragraph(*list.report, index);
        return (*static_cast<const std::vector<Paragraph>*>(own.what))[index].text.text();
      });
}

void get_sections(lua_State* lua, const Node& self) {
  const Report& report = report_of(self);
  push_list(lua, {&report, Kind::section}, report.outline.sections.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_section(state, list.report, &list.report->outline.sections[index]);
            });
}

/// What `push` makes of the whole report.
template <void (*Push)(lua_State*, const Report&)>
void get_all(lua_State* lua, const Node& self) {
  Push(lua, report_of(self));
}

void get_form(lua_State* lua, const Node& self) { push_form(lua, report_of(self).tables.edition); }
void get_expected_form(lua_State* lua, const Node& self) { push_form(lua, report_of(self).expected_edition); }
void get_previous(lua_State* lua, const Node& self) {
  const RuleRun& run = *LuaState::of(lua).run;
  if (run.previous == nullptr || &report_of(self) != run.report) {
    lua_pushnil(lua);
  } else {
    push_report(lua, *run.previous);
  }
}

int find_section(lua_State* lua) {
  const Report& report = report_of(check_kind(lua, 1, Kind::report));
  const Section* section = report.outline.section(text_argument(lua, 2));
  if (section != nullptr) {
    push_section(lua, &report, section);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int find_table(lua_State* lua) {
  const Report& report = report_of(check_kind(lua, 1, Kind::report));
  const Table* table = report.tables.table(text_argument(lua, 2));
  push_table(lua, &report, table != nullptr && table->found ? table : nullptr);
  return 1;
}

int find_cell(lua_State* lua) {
  const Report& report = report_of(check_kind(lua, 1, Kind::report));
  const std::optional<CellName> name = split_cell_name(text_argument(lua, 2));
  if (!name) raise(lua, "cell: 'table/row/column' expected");
  const Table* table = report.tables.table(name->table);
  if (table != nullptr && table->form != nullptr) {
    const auto row = table->form->row_index(name->row);
    const auto column = table->form->column_index(name->column);
    if (row && column && *row < table->rows.size() && *column < table->rows[*row].cells.size()) {
      push_cell(lua, &report, table, *row, *column);
      return 1;
    }
  }
  lua_pushnil(lua);
  return 1;
}

/// Where a section that is missing ought to stand.
int gap(lua_State* lua) {
  const Report& report = report_of(check_kind(lua, 1, Kind::report));
  std::string_view id = text_argument(lua, 2);
  constexpr std::string_view prefix = "section/";
  if (id.starts_with(prefix)) id.remove_prefix(prefix.size());
  const FormSection* form = report.tables.edition == nullptr ? nullptr : report.tables.edition->section(id);
  if (form == nullptr && report.expected_edition != nullptr) form = report.expected_edition->section(id);
  if (form == nullptr) raise(lua, "gap: the form has no section '" + std::string(id.substr(0, 60)) + "'");
  const Section* next = nullptr;
  for (const Section& section : report.outline.sections) {
    if (section.order > form->order && (next == nullptr || section.order < next->order)) next = &section;
  }
  const auto at = next != nullptr ? next->heading.begin : static_cast<std::uint32_t>(report.text().size());
  push_point(lua, {&report, Kind::form_section, form}, {at, at});
  return 1;
}

int explanations(lua_State* lua) {
  const Report& report = report_of(check_kind(lua, 1, Kind::report));
  const RuleRun& run = *LuaState::of(lua).run;
  lua_createtable(lua, static_cast<int>(run.explanations.size()), 0);
  lua_Integer count = 0;
  if (&report != run.report) return 1;  // what is wrong in last year's report was said of it last year
  for (const std::size_t index : run.explanations) {
    push_node(lua, {&report, Kind::explanation, &report.totals[index]});
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

// ---- title

void push_title_part(lua_State* lua, const Node& self, Span span) {
  if (span.empty()) {
    lua_pushnil(lua);
  } else {
    push_point(lua, self.anchor, span);
  }
}

void get_organ(lua_State* lua, const Node& self) { push_title_part(lua, self, as<Title>(self).organ); }
void get_year_node(lua_State* lua, const Node& self) { push_title_part(lua, self, as<Title>(self).year_span); }
void get_core(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Title>(self).core); }
void get_title_extra(lua_State* lua, const Node& self) { push_title_part(lua, self, as<Title>(self).extra); }

// ---- sections

void get_heading(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Section>(self).heading); }
void get_numeral(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Section>(self).numeral); }
void get_words(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Section>(self).title); }
void get_position(lua_State* lua, const Node& self) { push_value(lua, as<Section>(self).position + 1); }
void get_paragraphs(lua_State* lua, const Node& self) {
  const Section& section = as<Section>(self);
  push_paragraphs(lua, report_of(self), report_of(self).paragraphs.of(section), &section);
}
void get_body(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Section>(self).body); }
void get_repeats(lua_State* lua, const Node& self) {
  const std::vector<Span>& repeats = as<Section>(self).repeats;
  lua_createtable(lua, static_cast<int>(repeats.size()), 0);
  for (std::size_t i = 0; i < repeats.size(); ++i) {
    push_point(lua, self.anchor, repeats[i]);
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
}

/// A picture fills a section as text does, and so does a table, the form's or another.
void get_bare(lua_State* lua, const Node& self) {
  const Report& report = report_of(self);
  const Section& section = as<Section>(self);
  const auto is_filled = [](const Block& block) {
    const auto* grid = std::get_if<Grid>(&block);
    return grid != nullptr && std::any_of(grid->rows.begin(), grid->rows.end(), [](const GridRow& row) {
             return std::any_of(row.cells.begin(), row.cells.end(),
                                [](const GridCell& cell) { return !cell.text.empty(); });
           });
  };
  const auto first = report.outline.blocks.begin() + static_cast<std::ptrdiff_t>(section.first_block);
  const bool has_table = std::any_of(report.tables.tables.begin(), report.tables.tables.end(), [&](const Table& table) {
    return table.found && table.span.begin < section.body.end && section.body.begin < table.span.end;
  });
  push_value(lua, report.paragraphs.of(section).empty() && !section.before_picture && !has_table &&
                      std::none_of(first, first + static_cast<std::ptrdiff_t>(section.block_count), is_filled));
}

void get_stray(lua_State* lua, const Node& self) {
  const Section& section = as<Section>(self);
  if (section.stray.empty()) {
    lua_pushnil(lua);
  } else {
    push_point(lua, self.anchor, section.stray);
  }
}
void get_section_form(lua_State* lua, const Node& self) {
  const Edition* edition = report_of(self).tables.edition;
  push_form_section(lua, edition == nullptr ? nullptr : edition->section(as<Section>(self).id));
}

/// The mark of a heading stands between the start of its line and the first blank: "####".
void get_mark(lua_State* lua, const Node& self) {
  const SourceText& source = *report_of(self).source;
  const Section& section = as<Section>(self);
  const std::uint32_t begin =
      source.lines().line_span(source.text(), source.lines().line_of(section.heading.begin)).begin;
  const std::string_view before = source.slice({begin, section.heading.begin});
  const std::size_t indent = before.find_first_not_of(" \t");
  if (section.level == 0 || indent == std::string_view::npos) {
    push_point(lua, self.anchor, {section.heading.begin, section.heading.begin});
    return;
  }
  const std::size_t end = std::min(before.find_first_of(" \t", indent), before.size());
  push_point(lua, self.anchor, {begin + static_cast<std::uint32_t>(indent), begin + static_cast<std::uint32_t>(end)});
}

}  // namespace

void push_report(lua_State* lua, const Report& report) {
  push_node(lua, {&report, Kind::report, &report}, {0, static_cast<std::uint32_t>(report.text().size())});
}

void open_report_api(lua_State* lua) {
  static const std::vector<Member> report = {
      {"year", "integer?", "the year it reports on", get_field<&Report::year>},
      {"organ_kind", "string?", "what the title's organ is: an id of `organ_kinds` in rules/lexicon/organs.toml",
       get_organ_kind},
      {"organ", "gialint.Organ?", "whose report it is", get_report_organ},
      {"format", "\"plain\"|\"markdown\"|\"html\"", "", get_named<&Report::format, format_name>},
      {"undecodable", "integer",
       "how many pieces of the file did not decode; each stands as U+FFFD in the text and is reported already",
       get_undecodable},
      {"title", "gialint.Title?", "", get_title},
      {"preface", "gialint.Paragraphs", "before the first section", get_preface},
      {"paragraphs", "gialint.Paragraphs", "the preface's, then those of all sections, in the order of the text",
       get_all_paragraphs},
      {"sections", "gialint.Section[]", "those found, in the order of the text", get_sections},
      {"tables", "gialint.Table[]", "all of the form, in print order, found or not; without those that cannot be read",
       get_all<push_tables>},
      {"unreadable_tables", "gialint.Table[]", "those: what stands in them is too doubtful for any other rule",
       get_all<push_unreadable_tables>},
      {"form", "gialint.Form", "the form its tables are on", get_form},
      {"expected_form", "gialint.Form", "the form for its year", get_expected_form},
      {"claims", "gialint.Claim[]", "what the prose states that the tables state too", get_all<push_claims>},
      {"breakdowns", "gialint.Breakdown[]", "totals and their parts in the prose", get_all<push_breakdowns>},
      {"shares", "gialint.Share[]", "percentages of numbers that the prose states", get_all<push_shares>},
      {"trends", "gialint.Trend[]", "how the prose says that figures changed against last year", get_all<push_trends>},
      {"mentions", "gialint.Mention[]", "every number of the prose that counts something", get_all<push_mentions>},
      {"previous", "gialint.Report?",
       "the same body's report for the year before; nothing may be reported in it but related places", get_previous},
      {"section", "(id: string): gialint.Section?", "nil when it is not found", nullptr, guarded<find_section>},
      {"table", "(id: string): gialint.Table?", "nil when it is not found", nullptr, guarded<find_table>},
      {"cell", "(path: string): gialint.Cell?",
       "\"table/row/column\"; nil when the form has no such cell; state \"absent\" in a table that is not found",
       nullptr, guarded<find_cell>},
      {"gap", "(section: string): gialint.Node",
       "zero-width: where that section of the form ought to stand. An unknown id is an error", nullptr, guarded<gap>},
      {"explanations", "(): gialint.Explanation[]", "what the totals found, as far as this rule's `explains` names it",
       nullptr, guarded<explanations>},
  };
  static const std::vector<Member> organ = {
      {"name", "string", "without blanks", get_field<&Organ::name>},
      {"kind", "string?", "an id of `organ_kinds` in rules/lexicon/organs.toml", get_kind_of_organ},
      {"from", "\"title\"|\"preface\"|\"signature\"|\"contact\"", "where the report says so",
       get_named<&Organ::place, organ_place_name>},
      {"doubtful", "boolean", "the title names none, so another place was looked for", get_field<&Organ::doubtful>},
  };
  static const std::vector<Member> title = {
      {"organ", "gialint.Node?", "the name of the body in it", get_organ},
      {"organ_name", "string", "without blanks; may be \"\"", get_field<&Title::organ_name>},
      {"year", "integer?", "", get_field<&Title::year>},
      {"year_node", "gialint.Node?", "", get_year_node},
      {"core", "gialint.Node", "what the form prescribes of it, as printed", get_core},
      {"extra", "gialint.Node?", "what should not stand before or behind the rest: the words of a covering letter",
       get_title_extra},
      {"match", "gialint.WordingMatch", "", get_named<&Title::match, match_name>},
      {"wording", "string", "the form's wording that was recognised", get_field<&Title::wording>},
  };
  static const std::vector<Member> paragraph = {
      {"heading", "boolean", "a sub-heading", get_field<&Paragraph::heading>},
      {"heading_level", "integer", "of the format's headings; 0: none marked", get_field<&Paragraph::heading_level>},
  };
  static const std::vector<Member> section = {
      {"id", "string", "", get_field<&Section::id>},
      {"order", "integer", "of the form, from 1", get_field<&Section::order>},
      {"heading", "gialint.Node", "numeral and title", get_heading},
      {"numeral", "gialint.Node", "empty, at the title's start, where there is none", get_numeral},
      {"title", "gialint.Node", "", get_words},
      {"number", "integer?", "what the numeral says", get_field<&Section::number>},
      {"style", "\"none\"|\"comma\"|\"digit\"|\"bracket\"|\"part\"", "三、 3. （三） 第三部分",
       get_named<&Section::style, style_name>},
      {"level", "integer", "of the format's headings; 0: none marked", get_field<&Section::level>},
      {"mark", "gialint.Node", "the format's heading mark, `####`; empty where there is none", get_mark},
      {"match", "gialint.WordingMatch", "", get_named<&Section::match, match_name>},
      {"wording", "string", "the form's wording that was recognised", get_field<&Section::wording>},
      {"position", "integer", "from 1, among those found", get_position},
      {"in_order", "boolean", "", get_field<&Section::in_order>},
      {"alone", "boolean", "false where text stands before the heading on its line, or runs on behind it unparted",
       get_field<&Section::alone>},
      {"stray", "gialint.Node?", "letters in front of the numeral that do not belong there", get_stray},
      {"paragraphs", "gialint.Paragraphs", "", get_paragraphs},
      {"bare", "boolean", "neither prose nor a table nor a picture stands in it", get_bare},
      {"repeats", "gialint.Node[]",
       "the words of other headings that name it once more, those of a table of contents aside", get_repeats},
      {"form", "gialint.FormSection?", "", get_section_form},
      {"body", "gialint.Node", "the raw text up to the next section", get_body},
      {"likeness", "(other: gialint.Section): integer, integer",
       "how much of the two sections' own words is the same, 0 to 100, and how many characters the shorter has",
       nullptr, guarded<compare_sections>},
  };
  define_kind(lua, Kind::report, "Report", "the whole raw text of the report that is checked", report);
  define_kind(lua, Kind::organ, "Organ", "whose report it is: the node of the name", organ);
  define_kind(lua, Kind::title, "Title", "of the report", title);
  define_kind(lua, Kind::paragraph, "Paragraph", "of the prose: its lines joined", paragraph);
  define_kind(lua, Kind::section, "Section", "the node of its heading, numeral and title", section);
}

}  // namespace gialint::lua
