#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <lua.hpp>

#include "engine/forms/edition.hpp"
#include "engine/report/report.hpp"
#include "engine/rule_host/object.hpp"
#include "engine/tables/table.hpp"

/// Pushers that several parts of the API share. What they push belongs to `report`; null pointers give nil.
namespace gialint::lua {

void push_report(lua_State* lua, const Report& report);
void push_context(lua_State* lua);
void push_corpus(lua_State* lua);

void push_tables(lua_State* lua, const Report& report);
void push_unreadable_tables(lua_State* lua, const Report& report);
void push_table(lua_State* lua, const Report* report, const Table* table);
void push_row(lua_State* lua, const Report* report, const Table* table, std::size_t row);
void push_column(lua_State* lua, const Report* report, const Table* table, std::size_t column);
void push_cell(lua_State* lua, const Report* report, const Table* table, std::size_t row, std::size_t column);
/// The cell at `index`; a Lua error when there is something else.
const Cell& check_cell(lua_State* lua, int index);

void push_claims(lua_State* lua, const Report& report);
void push_mentions(lua_State* lua, const Report& report);
void push_breakdowns(lua_State* lua, const Report& report);
void push_shares(lua_State* lua, const Report& report);
void push_trends(lua_State* lua, const Report& report);

void push_form(lua_State* lua, const Edition* edition);
void push_form_section(lua_State* lua, const FormSection* section);
void push_form_table(lua_State* lua, const FormTable* table);
void push_form_row(lua_State* lua, const FormTable* table, std::size_t row);
void push_form_column(lua_State* lua, const FormTable* table, std::size_t column);
void push_cross_years(lua_State* lua, const std::vector<FormCrossYear>& relations);
void push_roll_ups(lua_State* lua, const std::vector<FormRollUp>& relations);

/// The sum of the cells in `cells`; nil when one of them does not count or it has more than 18 digits.
void push_sum(lua_State* lua, const std::vector<const Cell*>& cells);
/// The report of the corpus that the digest or figure at `index` belongs to, and its place in the model; a Lua error
/// when there is something else, which `what` names.
std::size_t check_corpus_place(lua_State* lua, int index, const char* what, std::string& place);
/// section:likeness(other)
int compare_sections(lua_State* lua);
/// `node:names(table)`: the names of a name table of the pack in the node's text.
int find_names(lua_State* lua);

}  // namespace gialint::lua
