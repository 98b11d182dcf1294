#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/diagnostics/message.hpp"
#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/model_objects.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint::lua {
namespace {

constexpr std::size_t most_diagnostics = 10'000;
constexpr std::size_t most_related = 100;           // of one diagnostic
constexpr std::size_t most_related_of_rule = 2000;  // of all that a rule says of a report
constexpr std::size_t longest_shown = 60;           // bytes of a wrong name in an error
constexpr std::uint64_t diagnostic_price = 200;  // steps for what one diagnostic, related place or edit takes to keep

/// A field that is not there; `condition and {…}` gives false as well.
bool is_missing(lua_State* lua, int type) {
  return type == LUA_TNIL || (type == LUA_TBOOLEAN && lua_toboolean(lua, -1) == 0);
}

RuleRun& run_of(lua_State* lua) {
  RuleRun* run = LuaState::of(lua).run;
  if (run == nullptr || run->rule == nullptr) raise(lua, "there is no report yet");
  return *run;
}

/// Raises unless the table at `index` has only fields of `known`; `what` names it.
template <std::size_t N>
void check_fields(lua_State* lua, int index, const char* what, const std::array<const char*, N>& known) {
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    lua_pop(lua, 1);
    const std::string_view name = lua_type(lua, -1) == LUA_TSTRING ? text_argument(lua, -1) : luaL_typename(lua, -1);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      const std::vector<std::string> names(known.begin(), known.end());
      const std::string shown(name.substr(0, longest_shown));
      const std::string nearest(nearest_name(shown, names));
      raise(lua, std::string(what) + " has no field '" + shown + "'" +
                     (nearest.empty() ? fmt::format("; there are {}", fmt::join(names, ", "))
                                      : "; did you mean '" + nearest + "'?"));
    }
  }
}

/// The string at `index`, on one line. Raises when it is no UTF-8: it was cut in the middle of a character.
std::string check_text(lua_State* lua, int index, const std::string& what) {
  if (lua_type(lua, index) != LUA_TSTRING) raise(lua, what + ": string expected, got " + luaL_typename(lua, index));
  const std::string_view text = text_argument(lua, index);
  LuaState::of(lua).charge(2 + text.size());
  if (!is_utf8(text)) raise(lua, what + ": a character was cut in two; use node:sub or utf8");
  return std::string(text);
}

/// The table `data` in the table at `index`, by name; nothing when there is none.
std::optional<std::vector<Fact>> read_data(lua_State* lua, int index) {
  const int type = lua_getfield(lua, index, "data");
  if (type == LUA_TNIL) {
    lua_pop(lua, 1);
    return std::nullopt;
  }
  if (type != LUA_TTABLE) raise(lua, std::string("data: table expected, got ") + luaL_typename(lua, -1));
  std::vector<Fact> facts;
  const int data = lua_gettop(lua);
  lua_pushnil(lua);
  while (lua_next(lua, data) != 0) {
    if (lua_type(lua, -2) != LUA_TSTRING || !is_name(text_argument(lua, -2))) {
      raise(lua, "data: names are lower case letters, digits and '_'");
    }
    Fact fact;
    fact.name = lua_tostring(lua, -2);
    if (const std::optional<Decimal> number = number_at(lua, -1)) {
      fact.value = to_string(*number);
    } else if (lua_type(lua, -1) == LUA_TSTRING) {
      fact.value = one_line(check_text(lua, -1, "data." + fact.name));
    } else {
      const bool is_float = lua_type(lua, -1) == LUA_TNUMBER;
      raise(lua, "data." + fact.name + ": string, integer or Decimal expected, got " +
                     (is_float ? "float" : luaL_typename(lua, -1)));
    }
    LuaState::of(lua).charge(8);
    LuaState::of(lua).charge_memory(sizeof(Fact) + fact.name.size() + fact.value.size());
    facts.push_back(std::move(fact));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  std::sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) { return a.name < b.name; });
  return facts;
}

/// The rule's message named in field `message` of the table at `index`, rendered; empty when the field is missing
/// and need not be there. `id` is told which it is.
std::string read_message(lua_State* lua, int index, const std::vector<Fact>& facts, bool needed, std::string& id) {
  const int type = lua_getfield(lua, index, "message");
  if (type == LUA_TNIL && !needed) {
    lua_pop(lua, 1);
    return {};
  }
  if (type != LUA_TSTRING) raise(lua, std::string("message: id of a message expected, got ") + luaL_typename(lua, -1));
  const RuleRun& run = run_of(lua);
  const std::string name(text_argument(lua, -1));
  const auto found = run.rule->info.messages.find(name);
  if (found == run.rule->info.messages.end()) {
    std::vector<std::string> known;
    for (const auto& [known_name, text] : run.rule->info.messages) known.push_back(known_name);
    const std::string shown = name.substr(0, longest_shown);
    const std::string nearest(nearest_name(shown, known));
    raise(lua,
          "the rule has no message '" + shown + "'" + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?"));
  }
  const std::string& message = found->second.in(run.language);
  // Paid before it is made: a hundred thousand placeholders of a long fact are gigabytes.
  LuaState::of(lua).charge(1 + message.size() * (1 + facts.size()));
  const std::size_t size = rendered_size(message, facts);
  LuaState::of(lua).charge(1 + size);
  LuaState::of(lua).charge_memory(size);
  Result<std::string> text = render(message, facts);
  if (!text) raise(lua, "message '" + name + "': " + text.failure().what.en);
  id = name;
  lua_pop(lua, 1);
  return *std::move(text);
}

std::optional<Severity> read_severity(lua_State* lua, int index, const char* field) {
  const int type = lua_getfield(lua, index, field);
  std::optional<Severity> severity;
  if (type != LUA_TNIL) {
    severity = type == LUA_TSTRING ? severity_named(text_argument(lua, -1)) : std::nullopt;
    if (!severity) raise(lua, std::string(field) + ": 'error', 'warning' or 'info' expected");
  }
  lua_pop(lua, 1);
  return severity;
}

const Node& read_node(lua_State* lua, int index, const char* what) {
  lua_getfield(lua, index, "at");
  const Node& node = check_node_field(lua, -1, what);
  lua_pop(lua, 1);  // the table at `index` keeps it
  return node;
}

/// Where a diagnostic or a related place is: in the text of a report, or by name in a report of the corpus.
struct EmittedPlace {
  Span span;
  std::string place;
  std::shared_ptr<const SourceText> source = nullptr;  ///< of last year's report, when it stands in that
  std::size_t report = 0;                              ///< of the corpus
};

EmittedPlace read_place(lua_State* lua, int index, const char* what) {
  EmittedPlace at;
  if (run_of(lua).corpus != nullptr) {
    lua_getfield(lua, index, "at");
    at.report = check_corpus_place(lua, -1, what, at.place);
    lua_pop(lua, 1);
    return at;
  }
  const Node& node = read_node(lua, index, what);
  const Report& report = report_of(node);
  return {node.span, place_of(node), &report == run_of(lua).report ? nullptr : report.source, 0};
}

/// The sums of the explanation in field `explains` of the table at `index`; none without it.
std::vector<FailedSum> read_sums(lua_State* lua, int index) {
  std::vector<FailedSum> sums;
  const int type = lua_getfield(lua, index, "explains");
  if (is_missing(lua, type)) {
    lua_pop(lua, 1);
    return sums;
  }
  const Object* object = object_at(lua, -1);
  if (object == nullptr || object->kind != Kind::explanation) {
    raise(lua, std::string("explains: Explanation expected, got ") + luaL_typename(lua, -1));
  }
  const Node& node = check_kind(lua, -1, Kind::explanation);
  const auto& explanation = as<Explanation>(node);
  const Table* table = report_of(node).tables.table(explanation.table);
  for (const BrokenIdentity& broken : explanation.broken) {
    if (table == nullptr || table->form == nullptr || broken.identity == nullptr) continue;
    sums.push_back({broken.identity->id, broken.line_id(*table->form)});
    LuaState::of(lua).charge(diagnostic_price);
    LuaState::of(lua).charge_memory(sizeof(FailedSum) + sums.back().identity.size() + sums.back().line.size());
  }
  lua_pop(lua, 1);
  return sums;
}

/// At most so many as one diagnostic, and one rule, may have; how many are left out is told in the place of the next.
std::vector<Related> read_related(lua_State* lua, int index, const EmittedPlace& own_place,
                                  const std::vector<Fact>& facts, std::vector<std::size_t>& reports) {
  static constexpr std::array<const char*, 3> known = {"at", "message", "data"};
  std::vector<Related> related;
  const int type = lua_getfield(lua, index, "related");
  if (is_missing(lua, type)) {
    lua_pop(lua, 1);
    return related;
  }
  if (type != LUA_TTABLE) raise(lua, std::string("related: list expected, got ") + luaL_typename(lua, -1));
  const int list = lua_gettop(lua);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  RuleRun& run = run_of(lua);
  for (lua_Integer i = 1; i <= count; ++i) {
    if (related.size() == most_related || run.related == most_related_of_rule) {
      static constexpr Sentence left_out("另有 {} 处没有列出", "{} more are not listed");
      // At the diagnostic's own place, since none of theirs is told.
      related.push_back({own_place.span, own_place.place, left_out.with(count - i + 1).in(run.language)});
      reports.push_back(own_place.report);
      break;
    }
    ++run.related;
    LuaState::of(lua).charge(diagnostic_price);
    if (lua_rawgeti(lua, list, i) != LUA_TTABLE) {
      raise(lua, std::string("related: { at =, message =, data = } expected, got ") + luaL_typename(lua, -1));
    }
    const int item = lua_gettop(lua);
    check_fields(lua, item, "related", known);
    EmittedPlace at = read_place(lua, item, "related.at");
    LuaState::of(lua).charge_memory(sizeof(Related) + at.place.size());
    reports.push_back(at.report);
    const std::optional<std::vector<Fact>> own = read_data(lua, item);
    std::string id;
    std::string message = read_message(lua, item, own ? *own : facts, false, id);
    related.push_back({at.span, std::move(at.place), std::move(message), std::move(at.source), std::move(id)});
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return related;
}

/// safe before unsafe before suggestion: which of two promises more.
int promise(FixSafety safety) { return safety == FixSafety::safe ? 2 : safety == FixSafety::unsafe ? 1 : 0; }

FixSafety read_safety(lua_State* lua, int index, FixSafety otherwise) {
  const int type = lua_getfield(lua, index, "safety");
  FixSafety safety = otherwise;
  if (type != LUA_TNIL) {
    const std::string_view name = type == LUA_TSTRING ? text_argument(lua, -1) : std::string_view();
    const std::array<FixSafety, 3> all = {FixSafety::safe, FixSafety::unsafe, FixSafety::suggestion};
    const auto found =
        std::find_if(all.begin(), all.end(), [name](FixSafety one) { return fix_safety_name(one) == name; });
    if (found == all.end()) raise(lua, "fix.safety: 'safe', 'unsafe' or 'suggestion' expected");
    safety = *found;
  }
  lua_pop(lua, 1);
  return safety;
}

/// None when one of them cannot be made: it would take away what stands between the words that it replaces.
std::vector<Edit> read_edits(lua_State* lua, int index, FixSafety safety) {
  if (lua_getfield(lua, index, "edits") != LUA_TTABLE || lua_rawlen(lua, -1) == 0) {
    raise(lua, "fix.edits: list of at least one edit expected");
  }
  const int list = lua_gettop(lua);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  std::vector<Edit> edits;
  bool torn = false;
  for (lua_Integer i = 1; i <= count; ++i) {
    LuaState::of(lua).charge(diagnostic_price);
    lua_rawgeti(lua, list, i);
    const Object* object = object_at(lua, -1);
    if (object == nullptr || object->kind != Kind::edit || object->generation != run_of(lua).generation) {
      raise(lua, std::string("fix.edits: what ctx.edit gives expected, got ") + luaL_typename(lua, -1));
    }
    const auto& edit = static_cast<const EditObject&>(*object);
    if (edit.number && safety == FixSafety::safe) raise(lua, "fix: a change to a number is never safe");
    torn = torn || edit.torn;
    lua_getiuservalue(lua, -1, 1);
    edits.push_back({edit.span, std::string(text_argument(lua, -1))});
    LuaState::of(lua).charge(edits.back().replacement.size());
    LuaState::of(lua).charge_memory(sizeof(Edit) + edits.back().replacement.size());
    lua_pop(lua, 2);
  }
  lua_pop(lua, 1);
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  for (std::size_t i = 1; i < edits.size(); ++i) {
    if (edits[i].span.begin < edits[i - 1].span.end || edits[i].span == edits[i - 1].span) {
      raise(lua, "fix.edits: two edits overlap");
    }
  }
  if (torn) edits.clear();
  return edits;
}

std::optional<Fix> read_fix(lua_State* lua, int index, const std::vector<Fact>& facts) {
  static constexpr std::array<const char*, 4> known = {"message", "data", "edits", "safety"};
  const int type = lua_getfield(lua, index, "fix");
  if (is_missing(lua, type)) {
    lua_pop(lua, 1);
    return std::nullopt;
  }
  if (type != LUA_TTABLE) raise(lua, std::string("fix: table expected, got ") + luaL_typename(lua, -1));
  const RuleInfo& info = run_of(lua).rule->info;
  if (!info.has_fix) raise(lua, "a fix from a rule that does not declare 'fixable'");
  const int table = lua_gettop(lua);
  check_fields(lua, table, "fix", known);
  Fix fix;
  fix.safety = read_safety(lua, table, info.fix_safety);
  if (promise(fix.safety) > promise(info.fix_safety)) {
    raise(lua, "fix.safety is '" + std::string(fix_safety_name(fix.safety)) + "', but the rule declares fixable = '" +
                   std::string(fix_safety_name(info.fix_safety)) + "'");
  }
  const std::optional<std::vector<Fact>> own = read_data(lua, table);
  fix.message = read_message(lua, table, own ? *own : facts, true, fix.message_id);
  fix.edits = read_edits(lua, table, fix.safety);
  lua_pop(lua, 1);
  if (fix.edits.empty()) return std::nullopt;
  return fix;
}

int emit(lua_State* lua) {
  static constexpr std::array<const char*, 9> known = {"at",       "message", "data",  "related", "fix",
                                                       "severity", "at_most", "place", "explains"};
  check_object(lua, 1, Kind::context);
  luaL_checktype(lua, 2, LUA_TTABLE);
  lua_settop(lua, 2);
  luaL_checkstack(lua, 20, nullptr);
  RuleRun& run = run_of(lua);
  LuaState::of(lua).charge(diagnostic_price);
  if (run.diagnostics.size() + run.findings.size() >= most_diagnostics) {
    raise(lua, "more than " + std::to_string(most_diagnostics) + " diagnostics");
  }
  check_fields(lua, 2, "emit", known);

  Diagnostic diagnostic;
  diagnostic.rule = run.rule->info.id;
  const EmittedPlace at = read_place(lua, 2, "at");
  if (at.source != nullptr) {
    raise(lua, "at: a place in last year's report; a diagnostic is about the report that is checked");
  }
  diagnostic.span = at.span;
  if (lua_getfield(lua, 2, "place") == LUA_TNIL) {
    diagnostic.place = at.place;
  } else {
    diagnostic.place = one_line(check_text(lua, -1, "place"));
  }
  lua_pop(lua, 1);
  LuaState::of(lua).charge_memory(sizeof(Diagnostic) + diagnostic.place.size());
  diagnostic.facts = read_data(lua, 2).value_or(std::vector<Fact>());
  diagnostic.message = read_message(lua, 2, diagnostic.facts, true, diagnostic.message_id);
  std::vector<std::size_t> reports;
  diagnostic.related = read_related(lua, 2, at, diagnostic.facts, reports);
  diagnostic.sums = read_sums(lua, 2);
  diagnostic.fix = read_fix(lua, 2, diagnostic.facts);
  diagnostic.severity = read_severity(lua, 2, "severity").value_or(run.rule->info.severity);
  if (run.setting != nullptr && run.setting->severity) diagnostic.severity = *run.setting->severity;
  diagnostic.severity = std::min(diagnostic.severity, read_severity(lua, 2, "at_most").value_or(Severity::error));
  diagnostic.emission = static_cast<std::uint32_t>(run.diagnostics.size() + run.findings.size());
  if (run.corpus != nullptr) {
    run.findings.push_back({at.report, std::move(diagnostic), std::move(reports)});
  } else {
    run.diagnostics.push_back(std::move(diagnostic));
  }
  return 0;
}

int need(lua_State* lua) {
  check_object(lua, 1, Kind::context);
  lua_settop(lua, 2);
  if (lua_toboolean(lua, 2) == 0) LuaState::of(lua).end_silently();
  return 1;
}

int sum(lua_State* lua) {
  if (!is_list(lua, 1)) luaL_checktype(lua, 1, LUA_TTABLE);
  const lua_Integer count = luaL_len(lua, 1);
  LuaState::of(lua).charge(static_cast<std::uint64_t>(std::max<lua_Integer>(count, 0)) * 4);
  std::vector<const Cell*> cells;
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_geti(lua, 1, i);
    const Object* object = object_at(lua, -1);
    if (object == nullptr || object->kind != Kind::cell) {
      push_object_name(lua, -1);
      raise(lua, "sum: Cell expected, got " +
                     std::string(object == nullptr ? luaL_typename(lua, -2) : lua_tostring(lua, -1)));
    }
    cells.push_back(&check_cell(lua, -1));
    lua_pop(lua, 1);
  }
  push_sum(lua, cells);
  return 1;
}

int decimal(lua_State* lua) {
  if (const std::optional<Decimal> number = number_at(lua, 1)) {
    push_number(lua, *number);
    return 1;
  }
  const std::optional<Decimal> number = Decimal::parse(text_argument(lua, 1));
  if (!number) raise(lua, "decimal: no number of at most 18 digits");
  push_number(lua, *number);
  return 1;
}

struct PushOption {
  lua_State* lua;
  void operator()(bool value) const { push_bool(lua, value); }
  void operator()(std::int64_t value) const { lua_pushinteger(lua, value); }
  void operator()(const std::string& value) const { push_text(lua, value); }
  void operator()(const std::vector<std::string>& values) const {
    lua_createtable(lua, static_cast<int>(values.size()), 0);
    lua_Integer count = 0;
    for (const std::string& value : values) {
      push_text(lua, value);
      lua_rawseti(lua, -2, ++count);
    }
  }
};

/// Made when first asked for, once for a rule and report: user value 1 of the context.
void get_options(lua_State* lua, const Node& /*self*/) {
  RuleRun& run = run_of(lua);
  if (run.options_made) {
    lua_getiuservalue(lua, 1, 1);
    return;
  }
  lua_newtable(lua);
  for (const OptionInfo& option : run.rule->options) {
    const OptionValue* value = &option.default_value;
    if (run.setting != nullptr) {
      const auto set = run.setting->options.find(option.name);
      if (set != run.setting->options.end()) value = &set->second;
    }
    std::visit(PushOption{lua}, *value);
    lua_setfield(lua, -2, option.name.c_str());
  }
  lua_pushvalue(lua, -1);
  lua_setiuservalue(lua, 1, 1);
  run.options_made = true;
}

void get_lang(lua_State* lua, const Node& /*self*/) {
  lua_pushstring(lua, run_of(lua).language == Language::zh ? "zh" : "en");
}

// ---- edits

/// Whether a source holds `words` and nothing else but blanks.
bool holds_only(std::string_view source, std::string_view words) {
  std::size_t at = 0;
  const auto skip_blanks = [](std::string_view text, std::size_t& from) {
    while (from < text.size() && is_blank(code_point_at(text, from).value)) from += code_point_at(text, from).length;
  };
  for (std::size_t word = 0; skip_blanks(words, word), word < words.size(); ++word, ++at) {
    skip_blanks(source, at);
    if (at == source.size() || source[at] != words[word]) return false;
  }
  skip_blanks(source, at);
  return at == source.size();
}

int push_edit(lua_State* lua, const Node& node, Span span, int text) {
  if (text != 0) check_text(lua, text, "edit");
  EditObject edit;
  edit.kind = Kind::edit;
  const Report& report = report_of(node);
  if (&report != run_of(lua).report) raise(lua, "edit: last year's report is not to be changed");
  edit.generation = run_of(lua).generation;
  edit.span = span;
  edit.torn = !holds_only(report.source->slice(span), span.empty() ? std::string_view() : text_of(node));
  const Kind anchor = node.anchor.kind;
  edit.number = node.kind != Kind::label && (anchor == Kind::cell || anchor == Kind::claim || anchor == Kind::mention);
  new (lua_newuserdatauv(lua, sizeof edit, 1)) EditObject(edit);
  if (text == 0) {
    lua_pushliteral(lua, "");
  } else {
    lua_pushvalue(lua, text);
  }
  lua_setiuservalue(lua, -2, 1);
  set_kind(lua, Kind::edit);
  return 1;
}

int replace(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  return push_edit(lua, node, node.span, 2);
}

int insert_before(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  return push_edit(lua, node, {node.span.begin, node.span.begin}, 2);
}

int insert_after(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  return push_edit(lua, node, {node.span.end, node.span.end}, 2);
}

int remove(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  return push_edit(lua, node, node.span, 0);
}

void get_edit(lua_State* lua, const Node& /*self*/) {
  Node edits;
  edits.kind = Kind::edits;
  new (lua_newuserdatauv(lua, sizeof edits, 0)) Node(edits);
  set_kind(lua, Kind::edits);
}

}  // namespace

void push_context(lua_State* lua) {
  Node context;
  context.kind = Kind::context;
  new (lua_newuserdatauv(lua, sizeof context, 1)) Node(context);
  set_kind(lua, Kind::context);
}

void open_context_api(lua_State* lua) {
  static const std::vector<Member> none;
  static const std::vector<Member> context = {
      {"emit", "(diagnostic: gialint.Diagnostic)", "reports one thing that is wrong", nullptr, guarded<emit>},
      {"need", "<T>(value: T?): T", "ends the rule here, silently, when there is none", nullptr, guarded<need>},
      {"sum", "(cells: gialint.Cell[]): gialint.Number?",
       "nil when one of them does not count, or the sum has more than 18 digits", nullptr, guarded<sum>},
      {"decimal", "(text: string): gialint.Number", "an error when it is none", nullptr, guarded<decimal>},
      {"options", "table<string, boolean|integer|string|string[]>", "by name", get_options},
      {"lang", "\"zh\"|\"en\"", "only for what messages cannot do", get_lang},
      {"edit", "gialint.Edits", "", get_edit},
  };
  static const std::vector<Member> edits = {
      {"replace", "(node: gialint.Node, text: string): gialint.Edit", "", nullptr, guarded<replace>},
      {"insert_before", "(node: gialint.Node, text: string): gialint.Edit", "", nullptr, guarded<insert_before>},
      {"insert_after", "(node: gialint.Node, text: string): gialint.Edit", "", nullptr, guarded<insert_after>},
      {"delete", "(node: gialint.Node): gialint.Edit", "", nullptr, guarded<remove>},
  };
  define_kind(lua, Kind::edit, "Edit", "a change to the source", none);
  define_kind(
      lua, Kind::edits, "ctx.edit",
      "makers of edits for a fix; edits may not overlap, and a `safe` fix must not touch a Cell, Claim or Mention",
      edits);
  define_kind(lua, Kind::context, "ctx", "what the rule was given beside the report", context);
}

}  // namespace gialint::lua
