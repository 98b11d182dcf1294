#include "engine/claims/trends.hpp"
#include "engine/rule_host/object.hpp"

namespace gialint {

namespace {

const char* exactness_name(Exactness exactness) {
  switch (exactness) {
    case Exactness::approximate:
      return "approximate";
    case Exactness::at_least:
      return "at_least";
    case Exactness::at_most:
      return "at_most";
    case Exactness::range:
      return "range";
    case Exactness::exact:
      break;
  }
  return "exact";
}

// Mentions and claims share these.
template <class T>
void get_value(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).value);
}
template <class T>
void get_low(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).low);
}
template <class T>
void get_high(lua_State* lua, const Node& self) {
  push_number(lua, as<T>(self).high);
}
template <class T>
void get_exactness(lua_State* lua, const Node& self) {
  lua_pushstring(lua, exactness_name(as<T>(self).exactness));
}
template <class T>
void get_section(lua_State* lua, const Node& self) {
  push_text(lua, as<T>(self).section);
}

void get_unit(lua_State* lua, const Node& self) { push_text(lua, as<Mention>(self).unit); }
void get_unit_node(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Mention>(self).unit_span); }

void get_measure(lua_State* lua, const Node& self) { push_text(lua, as<Claim>(self).measure); }
void get_in_words(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).in_words ? 1 : 0); }
void get_ambiguous(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).ambiguous ? 1 : 0); }
void get_weak(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).weak ? 1 : 0); }
void get_part(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Claim>(self).part ? 1 : 0); }
void get_printed(lua_State* lua, const Node& self) { push_number(lua, as<Claim>(self).printed); }
void get_year(lua_State* lua, const Node& self) { push_optional(lua, as<Claim>(self).year); }
void get_clause(lua_State* lua, const Node& self) { push_point(lua, self.anchor, as<Claim>(self).clause); }

void get_scope(lua_State* lua, const Node& self) {
  const char* name = "own";
  switch (as<Claim>(self).scope) {
    case Scope::region:
      name = "region";
      break;
    case Scope::system:
      name = "system";
      break;
    case Scope::own:
      break;
  }
  lua_pushstring(lua, name);
}

void get_cell_at_fault(lua_State* lua, const Node& self) {
  lua_pushboolean(lua, as<Claim>(self).cell_at_fault ? 1 : 0);
}

void get_says(lua_State* lua, const Node& self) {
  const char* name = "figure";
  switch (as<Claim>(self).statement) {
    case Statement::finished:
      name = "finished";
      break;
    case Statement::outcome:
      name = "outcome";
      break;
    case Statement::figure:
      break;
  }
  lua_pushstring(lua, name);
}

void get_verdict(lua_State* lua, const Node& self) {
  const char* name = "unknown";
  switch (as<Claim>(self).verdict) {
    case ClaimVerdict::agrees:
      name = "agrees";
      break;
    case ClaimVerdict::contradicted:
      name = "contradicted";
      break;
    case ClaimVerdict::unknown:
      break;
  }
  lua_pushstring(lua, name);
}

void get_mention_kind(lua_State* lua, const Node& self) {
  const char* name = "count";
  switch (as<Mention>(self).kind) {
    case MentionKind::money:
      name = "money";
      break;
    case MentionKind::percentage:
      name = "percentage";
      break;
    case MentionKind::count:
      break;
  }
  lua_pushstring(lua, name);
}

void get_readings(lua_State* lua, const Node& self) {
  const std::vector<ClaimReading>& readings = as<Claim>(self).readings;
  push_list(lua, {Kind::reading, 0, 0, &readings, nullptr}, readings.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const ClaimReading* reading = &(*static_cast<const std::vector<ClaimReading>*>(list.what))[index];
              push_node(state, Kind::reading, {Kind::reading, 0, 0, reading, nullptr}, {});
            });
}

void get_reading_part(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<ClaimReading>(self).part ? 1 : 0); }
void get_label(lua_State* lua, const Node& self) { push_text(lua, as<ClaimReading>(self).label); }

// The cells of the terms that are added, or of those that are taken off.
template <bool Minus>
void get_cells(lua_State* lua, const Node& self) {
  const std::vector<Table>& tables = report_of(lua).tables.tables;
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const ClaimReading::Term& term : as<ClaimReading>(self).terms) {
    if (term.minus == Minus && term.table < tables.size() && term.row < tables[term.table].rows.size() &&
        term.column < tables[term.table].rows[term.row].cells.size()) {
      push_cell(lua, &tables[term.table], term.row, term.column);
      lua_rawseti(lua, -2, ++count);
    }
  }
}

void get_sum(lua_State* lua, const Node& self) {
  const std::optional<Decimal>& sum = as<ClaimReading>(self).sum;
  if (sum) {
    push_number(lua, *sum);
  } else {
    lua_pushnil(lua);
  }
}

template <class T, Kind ItemKind>
void push_all(lua_State* lua, const std::vector<T>& items) {
  push_list(lua, {ItemKind, 0, 0, &items, nullptr}, items.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              const T* item = &(*static_cast<const std::vector<T>*>(list.what))[index];
              push_node(state, ItemKind, {ItemKind, 0, 0, item, nullptr}, item->span);
            });
}

void push_mention(lua_State* lua, const Mention& mention) {
  push_node(lua, Kind::mention, {Kind::mention, 0, 0, &mention, nullptr}, mention.span);
}

void get_total(lua_State* lua, const Node& self) { push_mention(lua, as<Breakdown>(self).total); }
void get_parts(lua_State* lua, const Node& self) {
  const std::vector<Mention>& parts = as<Breakdown>(self).parts;
  push_list(lua, {Kind::mention, 0, 0, &parts, nullptr}, parts.size(),
            [](lua_State* state, const Anchor& list, std::size_t index) {
              push_mention(state, (*static_cast<const std::vector<Mention>*>(list.what))[index]);
            });
}
void get_breakdown_sum(lua_State* lua, const Node& self) { push_number(lua, as<Breakdown>(self).sum); }
void get_mixed_units(lua_State* lua, const Node& self) {
  lua_pushboolean(lua, as<Breakdown>(self).mixed_units ? 1 : 0);
}
void get_follows(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Breakdown>(self).follows ? 1 : 0); }
void get_greater_part(lua_State* lua, const Node& self) {
  const auto& breakdown = as<Breakdown>(self);
  if (breakdown.fault == Breakdown::Fault::part) {
    push_mention(lua, breakdown.parts[breakdown.at]);
  } else {
    lua_pushnil(lua);
  }
}
void get_fault(lua_State* lua, const Node& self) {
  const char* name = "none";
  switch (as<Breakdown>(self).fault) {
    case Breakdown::Fault::part:
      name = "part";
      break;
    case Breakdown::Fault::above:
      name = "above";
      break;
    case Breakdown::Fault::below:
      name = "below";
      break;
    case Breakdown::Fault::none:
      break;
  }
  lua_pushstring(lua, name);
}

void get_share_kind(lua_State* lua, const Node& self) {
  lua_pushstring(lua, as<Share>(self).kind == Share::Kind::growth ? "growth" : "share");
}
void get_stated(lua_State* lua, const Node& self) { push_mention(lua, as<Share>(self).stated); }
void get_share_part(lua_State* lua, const Node& self) { push_mention(lua, as<Share>(self).part); }
void get_base(lua_State* lua, const Node& self) { push_number(lua, as<Share>(self).base); }
void get_expected(lua_State* lua, const Node& self) { push_number(lua, as<Share>(self).expected); }
void get_agrees(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Share>(self).agrees ? 1 : 0); }

void get_trend_stated(lua_State* lua, const Node& self) { push_mention(lua, as<Trend>(self).stated); }
void get_rises(lua_State* lua, const Node& self) { lua_pushboolean(lua, as<Trend>(self).rises ? 1 : 0); }
void get_figures(lua_State* lua, const Node& self) { push_all<Claim, Kind::claim>(lua, as<Trend>(self).figures); }

// trend:check(now, before)
int check_numbers(lua_State* lua) {
  const auto& trend = as<Trend>(check_kind(lua, 1, Kind::trend));
  const std::optional<Decimal> now = number_at(lua, 2);
  const std::optional<Decimal> before = number_at(lua, 3);
  if (!now || !before) {
    raise(lua, "check: two numbers expected");
  }
  const std::optional<Growth> growth = check_trend(trend, *now, *before);
  if (!growth) {
    lua_pushnil(lua);
    return 1;
  }
  lua_pushboolean(lua, growth->agrees ? 1 : 0);
  push_number(lua, growth->expected);
  return 2;
}

}  // namespace

void push_claims(lua_State* lua) { push_all<Claim, Kind::claim>(lua, report_of(lua).claims); }
void push_breakdowns(lua_State* lua) { push_all<Breakdown, Kind::breakdown>(lua, report_of(lua).breakdowns); }
void push_shares(lua_State* lua) { push_all<Share, Kind::share>(lua, report_of(lua).shares); }
void push_trends(lua_State* lua) { push_all<Trend, Kind::trend>(lua, report_of(lua).trends); }
void push_mentions(lua_State* lua) { push_all<Mention, Kind::mention>(lua, report_of(lua).mentions); }

void open_claim_api(lua_State* lua) {
  static const std::vector<Member> mention = {
      {"value", "gialint.Number", "", get_value<Mention>},
      {"low", "gialint.Number", "the least the words allow", get_low<Mention>},
      {"high", "gialint.Number", "the most the words allow", get_high<Mention>},
      {"exactness", "gialint.Exactness", "", get_exactness<Mention>},
      {"unit", "string", "", get_unit},
      {"unit_node", "gialint.Node", "zero-width behind the number where there is none", get_unit_node},
      {"section", "string", "id, or \"preface\"", get_section<Mention>},
      {"kind", "\"count\"|\"money\"|\"percentage\"", "", get_mention_kind},
  };
  static const std::vector<Member> claim = {
      {"measure", "string", "of the lexicon: \"requests.received\"", get_measure},
      {"value", "gialint.Number", "in the cells' unit", get_value<Claim>},
      {"low", "gialint.Number", "", get_low<Claim>},
      {"high", "gialint.Number", "", get_high<Claim>},
      {"exactness", "gialint.Exactness", "", get_exactness<Claim>},
      {"in_words", "boolean", "zero in words: 未收到", get_in_words},
      {"ambiguous", "boolean", "could mean two things: no rule calls it an error", get_ambiguous},
      {"weak", "boolean", "the words are used loosely: a warning at most", get_weak},
      {"scope", "\"own\"|\"region\"|\"system\"", "whose figures", get_scope},
      {"year", "integer?", "the year the clause names", get_year},
      {"section", "string", "id, or \"preface\"", get_section<Claim>},
      {"clause", "gialint.Node", "", get_clause},
      {"readings", "gialint.Reading[]", "the default one first", get_readings},
      {"cell_at_fault", "boolean", "the tables are wrong, not the prose, and the totals say so already",
       get_cell_at_fault},
      {"verdict", "\"unknown\"|\"agrees\"|\"contradicted\"",
       "what the tables say to it; a rule speaks of \"contradicted\" alone", get_verdict},
      {"says", "\"figure\"|\"finished\"|\"outcome\"", "a number or none; nothing is left open; nobody was found wrong",
       get_says},
      {"part", "boolean", "it states a part of what the tables count: only more contradicts", get_part},
      {"printed", "gialint.Number", "in 元 where the cells count 万元; else `value`", get_printed},
  };
  static const std::vector<Member> reading = {
      {"label", "string", "", get_label},
      {"cells", "gialint.Cell[]", "", get_cells<false>},
      {"minus", "gialint.Cell[]", "", get_cells<true>},
      {"sum", "gialint.Number?", "cells − minus; nil when one does not count", get_sum},
      {"part", "boolean", "the words name a part of it", get_reading_part},
  };
  static const std::vector<Member> breakdown = {
      {"total", "gialint.Mention", "", get_total},
      {"parts", "gialint.Mention[]", "", get_parts},
      {"sum", "gialint.Number", "of the parts", get_breakdown_sum},
      {"fault", "\"none\"|\"part\"|\"above\"|\"below\"",
       "one part is more than the total; they add up to more; the list is complete and adds up to less", get_fault},
      {"greater_part", "gialint.Mention?", "", get_greater_part},
      {"mixed_units", "boolean", "", get_mixed_units},
      {"follows", "boolean", "the tables contradict one of its numbers, so it is told there", get_follows},
  };
  static const std::vector<Member> share = {
      {"kind", "\"share\"|\"growth\"", "of a whole, or against last year's number beside it", get_share_kind},
      {"stated", "gialint.Mention", "", get_stated},
      {"part", "gialint.Mention", "", get_share_part},
      {"base", "gialint.Number", "", get_base},
      {"expected", "gialint.Number", "", get_expected},
      {"agrees", "boolean", "with some base it may be taken of, rounded or cut off", get_agrees},
  };
  define_kind(lua, Kind::breakdown, "Breakdown", "a total and its parts in one list of the prose", breakdown);
  static const std::vector<Member> trend = {
      {"stated", "gialint.Mention", "", get_trend_stated},
      {"rises", "boolean", "", get_rises},
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

}  // namespace gialint
