#include <optional>
#include <vector>

#include "engine/claims/trends.hpp"
#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"

namespace gialint::lua {
namespace {

/// A list of what `items`, in the model of `report`, hold: nodes of one kind.
template <class T, Kind ItemKind>
void push_all(lua_State* lua, const Report* report, const std::vector<T>& items) {
  push_list(lua, {report, ItemKind, &items}, items.size(), [](lua_State* state, const Anchor& list, std::size_t index) {
    const T& item = (*static_cast<const std::vector<T>*>(list.what))[index];
    push_node(state, {list.report, ItemKind, &item}, item.span);
  });
}

template <auto Field>
void get_mention(lua_State* lua, const Node& self) {
  const Mention& mention = as<decltype(thing_of(Field))>(self).*Field;
  push_node(lua, {self.anchor.report, Kind::mention, &mention}, mention.span);
}

void get_unit_node(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Mention>(self).unit_span); }
void get_clause(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Claim>(self).clause); }

void get_readings(lua_State* lua, const Node& self) {
  const std::vector<ClaimReading>& readings = as<Claim>(self).readings;
  push_list(lua, {self.anchor.report, Kind::reading, &readings}, readings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const ClaimReading* reading = &(*static_cast<const std::vector<ClaimReading>*>(list.what))[index];
              push_node(state, {list.report, Kind::reading, reading});
            });
}

/// The cells of the terms that are added, or of those that are taken off.
template <bool Minus>
void get_cells(lua_State* lua, const Node& self) {
  const std::vector<Table>& tables = report_of(self).tables.tables;
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const ClaimReading::Term& term : as<ClaimReading>(self).terms) {
    if (term.minus == Minus && term.table < tables.size() && term.row < tables[term.table].rows.size() &&
        term.column < tables[term.table].rows[term.row].cells.size()) {
      push_cell(lua, self.anchor.report, &tables[term.table], term.row, term.column);
      lua_rawseti(lua, -2, ++count);
    }
  }
}

void get_parts(lua_State* lua, const Node& self) {
  push_all<Mention, Kind::mention>(lua, self.anchor.report, as<Breakdown>(self).parts);
}
void get_greater_part(lua_State* lua, const Node& self) {
  const auto& breakdown = as<Breakdown>(self);
  if (breakdown.fault == Breakdown::Fault::part) {
    const Mention& part = breakdown.parts[breakdown.at];
    push_node(lua, {self.anchor.report, Kind::mention, &part}, part.span);
  } else {
    lua_pushnil(lua);
  }
}

void get_figures(lua_State* lua, const Node& self) {
  push_all<Claim, Kind::claim>(lua, self.anchor.report, as<Trend>(self).figures);
}

/// trend:check(now, before)
int check_numbers(lua_State* lua) {
  const auto& trend = as<Trend>(check_kind(lua, 1, Kind::trend));
  const std::optional<Decimal> now = number_at(lua, 2);
  const std::optional<Decimal> before = number_at(lua, 3);
  if (!now || !before) raise(lua, "check: two numbers expected");
  const std::optional<Growth> growth = check_trend(trend, *now, *before);
  if (!growth) {
    lua_pushnil(lua);
    return 1;
  }
  push_bool(lua, growth->agrees);
  push_number(lua, growth->expected);
  return 2;
}

}  // namespace

void push_claims(lua_State* lua, const Report& report) { push_all<Claim, Kind::claim>(lua, &report, report.claims); }
void push_mentions(lua_State* lua, const Report& report) {
  push_all<Mention, Kind::mention>(lua, &report, report.mentions);
}
void push_breakdowns(lua_State* lua, const Report& report) {
  push_all<Breakdown, Kind::breakdown>(lua, &report, report.breakdowns);
}
void push_shares(lua_State* lua, const Report& report) { push_all<Share, Kind::share>(lua, &report, report.shares); }
void push_trends(lua_State* lua, const Report& report) { push_all<Trend, Kind::trend>(lua, &report, report.trends); }

void open_claim_api(lua_State* lua) {
  static const std::vector<Member> mention = {
      {"value", "gialint.Number", "", get_field<&Mention::value>},
      {"low", "gialint.Number", "the least the words allow", get_field<&Mention::low>},
      {"high", "gialint.Number", "the most the words allow", get_field<&Mention::high>},
      {"exactness", "gialint.Exactness", "", get_named<&Mention::exactness, exactness_name>},
      {"unit", "string", "", get_field<&Mention::unit>},
      {"unit_node", "gialint.Node", "zero-width behind the number where there is none", get_unit_node},
      {"section", "string", "id, or \"preface\"", get_field<&Mention::section>},
      {"kind", "\"count\"|\"money\"|\"percentage\"", "", get_named<&Mention::kind, mention_kind_name>},
  };
  static const std::vector<Member> claim = {
      {"measure", "string", "of the lexicon: \"requests.received\"", get_field<&Claim::measure>},
      {"value", "gialint.Number", "in the cells' unit", get_field<&Claim::value>},
      {"low", "gialint.Number", "", get_field<&Claim::low>},
      {"high", "gialint.Number", "", get_field<&Claim::high>},
      {"exactness", "gialint.Exactness", "", get_named<&Claim::exactness, exactness_name>},
      {"in_words", "boolean", "zero in words: 未收到", get_field<&Claim::in_words>},
      {"ambiguous", "boolean", "could mean two things: no rule calls it an error", get_field<&Claim::ambiguous>},
      {"weak", "boolean", "the words are used loosely: a warning at most", get_field<&Claim::weak>},
      {"scope", "\"own\"|\"region\"|\"system\"", "whose figures", get_named<&Claim::scope, scope_name>},
      {"year", "integer?", "the year the clause names", get_field<&Claim::year>},
      {"section", "string", "id, or \"preface\"", get_field<&Claim::section>},
      {"clause", "gialint.Node", "", get_clause},
      {"readings", "gialint.Reading[]", "the default one first", get_readings},
      {"cell_at_fault", "boolean", "the tables are wrong, not the prose, and the totals say so already",
       get_field<&Claim::cell_at_fault>},
      {"verdict", "\"unknown\"|\"agrees\"|\"contradicted\"",
       "what the tables say to it; a rule speaks of \"contradicted\" alone", get_named<&Claim::verdict, verdict_name>},
      {"says", "\"figure\"|\"finished\"|\"outcome\"", "a number or none; nothing is left open; nobody was found wrong",
       get_named<&Claim::statement, statement_name>},
      {"part", "boolean", "it states a part of what the tables count: only more contradicts", get_field<&Claim::part>},
      {"printed", "gialint.Number", "in 元 where the cells count 万元; else `value`", get_field<&Claim::printed>},
  };
  static const std::vector<Member> reading = {
      {"label", "string", "", get_field<&ClaimReading::label>},
      {"cells", "gialint.Cell[]", "", get_cells<false>},
      {"minus", "gialint.Cell[]", "", get_cells<true>},
      {"sum", "gialint.Number?", "cells − minus; nil when one does not count", get_field<&ClaimReading::sum>},
      {"part", "boolean", "the words name a part of it", get_field<&ClaimReading::part>},
  };
  static const std::vector<Member> breakdown = {
      {"total", "gialint.Mention", "", get_mention<&Breakdown::total>},
      {"parts", "gialint.Mention[]", "", get_parts},
      {"sum", "gialint.Number", "of the parts", get_field<&Breakdown::sum>},
      {"fault", "\"none\"|\"part\"|\"above\"|\"below\"",
       "one part is more than the total; they add up to more; the list is complete and adds up to less",
       get_named<&Breakdown::fault, fault_name>},
      {"greater_part", "gialint.Mention?", "", get_greater_part},
      {"mixed_units", "boolean", "", get_field<&Breakdown::mixed_units>},
      {"follows", "boolean", "the tables contradict one of its numbers, so it is told there",
       get_field<&Breakdown::follows>},
  };
  static const std::vector<Member> share = {
      {"kind", "\"share\"|\"growth\"", "of a whole, or against last year's number beside it",
       get_named<&Share::kind, share_kind_name>},
      {"stated", "gialint.Mention", "", get_mention<&Share::stated>},
      {"part", "gialint.Mention", "", get_mention<&Share::part>},
      {"base", "gialint.Number", "", get_field<&Share::base>},
      {"expected", "gialint.Number", "", get_field<&Share::expected>},
      {"agrees", "boolean", "with some base it may be taken of, rounded or cut off", get_field<&Share::agrees>},
  };
  define_kind(lua, Kind::breakdown, "Breakdown", "a total and its parts in one list of the prose", breakdown);
  static const std::vector<Member> trend = {
      {"stated", "gialint.Mention", "", get_mention<&Trend::stated>},
      {"rises", "boolean", "", get_field<&Trend::rises>},
      {"figures", "gialint.Claim[]", "the figure it is said of, then what else its sentence states before",
       get_figures},
      {"check", "(now: gialint.Number, before: gialint.Number): boolean?, gialint.Number?",
       "whether that is the change, rounded or cut off, and what it is (negative: the other way); nil when nobody can "
       "say",
       nullptr, guarded<check_numbers>},
  };
  define_kind(lua, Kind::trend, "Trend", "how a figure changed: the node of the words, 同比下降29%", trend);
  define_kind(lua, Kind::share, "Share", "a percentage and the number it is said of", share);
  define_kind(lua, Kind::mention, "Mention", "a number of the prose: the node of it", mention);
  define_kind(lua, Kind::claim, "Claim",
              "a fact that the prose states and the tables state too: the node of the number, or of the words", claim);
  define_kind(lua, Kind::reading, "Reading", "one way to count a claim with the tables", reading);
}

}  // namespace gialint::lua
