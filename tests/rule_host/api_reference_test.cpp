#include "engine/rule_host/api_reference.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <lua.hpp>

#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "tests/support/reports.hpp"
#include "tests/support/rules.hpp"

namespace gialint::test {
namespace {

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// What the definitions say of the fields of each class: "Cell" → {{"state", "gialint.CellState"}, …}.
using Fields = std::map<std::string, std::map<std::string, std::string>>;

Fields declared_fields() {
  constexpr std::string_view type_begin = "---@class ";
  constexpr std::string_view field_begin = "---@field ";
  const std::string method_begin = "function ";
  Fields fields;
  std::string type;
  std::istringstream lines(lua_definitions());
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(type_begin, 0) == 0) {
      const std::size_t dot = line.find("gialint.");
      const std::size_t name = dot == std::string::npos ? type_begin.size() : dot + std::string_view("gialint.").size();
      type = line.substr(name, line.find(':', name) - name);
      fields[type];
      if (line.find(": gialint.Node") != std::string::npos) fields[type] = fields["Node"];
    } else if (line.rfind(field_begin, 0) == 0) {
      const std::size_t space = line.find(' ', field_begin.size());
      std::size_t end = space + 1;
      for (int open = 0; end < line.size() && (line[end] != ' ' || open > 0); ++end)
        open += line[end] == '<' || line[end] == '{' ? 1 : line[end] == '>' || line[end] == '}' ? -1 : 0;
      fields[type][line.substr(field_begin.size(), space - field_begin.size())] =
          line.substr(space + 1, end - space - 1);
    } else if (line.rfind(method_begin + type + ":", 0) == 0) {  // a method of a name that nodes have as a field
      const std::size_t name = method_begin.size() + type.size() + 1;
      fields[type].erase(line.substr(name, line.find('(') - name));
    }
  }
  return fields;
}

/// `text` as a Lua string.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

// Goes through all objects that can be reached from the report, and compares what each field holds with what is
// declared of it.
constexpr std::string_view walker = R"lua(
    local aliases = {
      ["gialint.Number"] = "integer|gialint.Decimal", ["gialint.Paragraphs"] = "gialint.Paragraph[]",
      ["gialint.WordingMatch"] = '"official"|"accepted"|"deviant"|"altered"',
      ["gialint.CellState"] = '"number"|"dash"|"blank"|"text"|"absent"',
      ["gialint.Exactness"] = '"exact"|"approximate"|"at_least"|"at_most"|"range"',
      ["gialint.Severity"] = '"error"|"warning"|"info"',
    }
    local names = { ctx = "Context", ["ctx.edit"] = "Edits" }
    local nodes = {}
    for name in pairs(types) do nodes[name] = types[name].folded ~= nil end
    local function alternatives(kind)
      local list, from, depth = {}, 1, 0
      for i = 1, #kind + 1 do
        local c = kind:sub(i, i)
        if c == "(" or c == "<" or c == "{" then depth = depth + 1 elseif c == ")" or c == ">" or c == "}" then depth = depth - 1 end
        if (c == "|" and depth == 0) or i == #kind + 1 then
          list[#list + 1] = kind:sub(from, i - 1)
          from = i + 1
        end
      end
      return list
    end
    local function fits(value, kind)
      if kind:sub(-1) == "?" then return value == nil or fits(value, kind:sub(1, -2)) end
      local list = alternatives(kind)
      if #list > 1 then
        for _, each in ipairs(list) do
          if fits(value, each) then return true end
        end
        return false
      end
      if aliases[kind] then return fits(value, aliases[kind]) end
      if kind:sub(-2) == "[]" then
        if type(value) ~= "table" and tostring(value) ~= "list" then return false end
        local item = kind:sub(1, -3)
        if item:sub(1, 1) == "(" then item = item:sub(2, -2) end
        for i = 1, #value do
          if not fits(value[i], item) then return false end
        end
        return true
      end
      if kind:sub(1, 1) == '"' then return '"' .. tostring(value) .. '"' == kind end
      if kind == "integer" then return math.type(value) == "integer" end
      if kind == "string" or kind == "boolean" then return type(value) == kind end
      if kind == "false" then return value == false end
      if kind:sub(1, 6) == "table<" then return type(value) == "table" end
      local name = kind:sub(9)
      if name == "Node" then return nodes[tostring(value)] == true end
      if name == "Decimal" then return type(value) == "userdata" and tonumber(tostring(value)) ~= nil end
      return (names[tostring(value)] or tostring(value)) == name or (type(value) == "table" and types[name] ~= nil)
    end
    local visits, waiting = {}, { report, ctx }
    local function visit(value)
      local name = names[tostring(value)] or tostring(value)
      if name == "list" or type(value) == "table" then
        for i = 1, math.min(#value, 40) do waiting[#waiting + 1] = value[i] end
      elseif types[name] and (visits[name] or 0) < 60 then
        visits[name] = (visits[name] or 0) + 1
        for field, kind in pairs(types[name]) do
          local held = value[field]
          if not fits(held, kind) then
            ctx:emit { at = report:start(), message = "value", data = { v = name .. "." .. field .. ": " .. kind .. ", not " .. tostring(held) } }
          end
          if type(held) == "userdata" or type(held) == "table" then waiting[#waiting + 1] = held end
        end
      end
    end
    local at = 1
    while waiting[at] do
      visit(waiting[at])
      at = at + 1
    end
    waiting = { report:find_all("[0-9]+"), report:explanations() }
    for i = 1, 2 do visit(waiting[i]) end
    at = 3
    while waiting[at] do
      visit(waiting[at])
      at = at + 1
    end
    for name in pairs(visits) do
      ctx:emit { at = report:start(), message = "value", data = { v = "visited " .. name } }
    end
)lua";

TEST_CASE("the definitions are Lua", "[rule_host]") {
  const LuaState state;
  const std::string text = lua_definitions();
  CHECK(luaL_loadbufferx(state.get(), text.data(), text.size(), "=definitions", "t") == LUA_OK);
  CHECK(text.rfind("---@meta", 0) == 0);
}

TEST_CASE("every object holds what the definitions say", "[rule_host]") {
  const Fields fields = declared_fields();
  std::string types = "local types = {";
  for (const auto& [type, members] : fields) {
    types += quoted(type) == "\"Paragraphs\"" ? "" : "[" + quoted(type) + "] = {";
    if (type == "Paragraphs") continue;
    for (const auto& [name, kind] : members) types += "[" + quoted(name) + "] = " + quoted(kind) + ",";
    types += "},\n";
  }
  types += "}\n";
  const auto pack =
      load_rules({{"test/rule.lua", rule_text(types + std::string(walker),
                                              "explains = { 'requests.processed_sum', 'requests.balance', "
                                              "'requests.row_total', 'review_litigation.row_total' },")}});
  RuleRunner runner(pack, Language::zh, {});
  std::vector<std::string> visited;
  for (const char* const file : {"narrative-office-2019.txt", "header-and-total.html", "result-total-pipes.md",
                                 "row-total-swapped-digits.txt", "labels-pipes.md", "damaged-pipes.md"}) {
    // None of them says how a figure changed.
    const Report report = read_report(read_project_file(std::string("fixtures/reports/") + file) +
                                      "\n收到政府信息公开申请22件，同比下降29%。\n");
    const RuleOutcome outcome = runner.run(report, all_on(*pack), &report);
    for (const RuleFailure& failure : outcome.failures) FAIL(to_string(failure.failure, Language::zh));
    for (const Diagnostic& diagnostic : outcome.diagnostics) {
      const std::string& said = diagnostic.facts.at(0).value;
      if (said.rfind("visited ", 0) == 0) {
        visited.push_back(said.substr(8));
      } else {
        FAIL_CHECK(file << ": " << said);
      }
    }
  }
  for (const char* const type :
       {"Report",  "Title",      "Paragraph",     "Section", "Table", "Row",         "Column",    "Label",
        "Heading", "Cell",       "Explanation",   "Broken",  "Claim", "Mention",     "Reading",   "Breakdown",
        "Share",   "Trend",      "Candidate",     "Hint",    "Form",  "FormSection", "FormTopic", "FormTable",
        "FormRow", "FormColumn", "FormCrossYear", "Context", "Edits", "Node",        "Match"}) {
    INFO(type);
    CHECK(std::find(visited.begin(), visited.end(), type) != visited.end());
  }
}

TEST_CASE("every global that rules have is in the definitions, and nothing else", "[rule_host]") {
  const std::string text = lua_definitions();
  const LuaState state;
  lua_State* const lua = state.get();
  lua::push_environment(lua);
  REQUIRE(lua_getmetatable(lua, -1) == 1);
  lua_getfield(lua, -1, "__index");
  std::size_t functions = 0;
  const auto each_field = [lua](auto visit) {
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
      visit(std::string(lua_tostring(lua, -2)));
      lua_pop(lua, 1);
    }
  };
  each_field([&](const std::string& name) {
    INFO(name);
    if (lua_type(lua, -1) == LUA_TFUNCTION) {
      CHECK(holds(text, "\nfunction " + name + "("));
      ++functions;
      return;
    }
    CHECK(holds(text, "\n" + name + " = {}\n"));
    REQUIRE(lua_getmetatable(lua, -1) == 1);
    lua_getfield(lua, -1, "__index");
    each_field([&](const std::string& member) {
      INFO(member);
      const bool function = lua_type(lua, -1) == LUA_TFUNCTION;
      const std::string whole = name + "." + member;
      CHECK(holds(text, function ? "\nfunction " + whole + "(" : "\n" + whole + " = "));
      if (function) ++functions;
    });
    lua_pop(lua, 2);
  });
  // Methods have a colon, and those of ctx.edit are called without an object.
  CHECK(holds(text, "\nfunction Edits.replace(node, text) end\n"));
  std::size_t defined = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool of_edits = line.rfind("function Edits.", 0) == 0;
    if (line.rfind("function ", 0) == 0 && line.find(':') > line.find('(') && !of_edits) ++defined;
  }
  CHECK(defined == functions);
}

TEST_CASE("the fields of a rule file and of a diagnostic are those that are checked", "[rule_host]") {
  const Fields fields = declared_fields();
  const auto names = [&](const std::string& type) {
    std::vector<std::string> found;
    for (const auto& [name, kind] : fields.at(type)) found.push_back(name.substr(0, name.find('?')));
    return found;
  };
  // A field that nobody knows: the message lists those there are, behind `begin`.
  const auto listed = [](const std::string& message, const std::string& begin, const std::string& joint) {
    std::vector<std::string> found;
    const std::size_t at = message.find(begin);
    std::string rest = at == std::string::npos ? "" : message.substr(at + begin.size());
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(joint), rest.size());
      std::string word = rest.substr(0, end);
      word.erase(word.find_last_not_of(" \n") + 1);
      found.push_back(word);
      rest.erase(0, end + joint.size());
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  const Result<RulePack> pack = RulePack::load({{"test/rule.lua", rule_text("", "qqqqqqqqqq = 1,")}});
  REQUIRE_FALSE(pack);
  CHECK(listed(pack.failure().what.zh, "可用的有 ", "、") == names("Rule"));
  const auto fields_of = [&](const std::string& body) {
    const RuleOutcome outcome = run_rule(body, "fixable = 'safe',");
    return listed(outcome.failures.empty() ? "" : outcome.failures[0].failure.what.zh, "there are ", ", ");
  };
  CHECK(fields_of("ctx:emit { at = report, message = 'plain', qqqqqqqqqq = 1 }") == names("Diagnostic"));
  CHECK(fields_of("ctx:emit { at = report, message = 'plain', related = { { at = report, qqqqqqqqqq = 1 } } }") ==
        names("Related"));
  CHECK(fields_of("ctx:emit { at = report, message = 'plain', fix = { message = 'plain', qqqqqqqqqq = 1, "
                  "edits = { ctx.edit.delete(report.title) } } }") == names("Fix"));
}

TEST_CASE("the page names every class, and the settings are JSON with the library", "[rule_host]") {
  const std::string page = api_page();
  for (const auto& [type, members] : declared_fields()) {
    if (type == "Cell" || type == "Report" || type == "Context") CHECK(holds(page, "\n## " + type + "\n"));
  }
  CHECK(holds(page, "### `gia.sum(fields)`"));
  CHECK(holds(language_server_settings("lib"), "\"workspace.library\": [\"lib\"]"));
}

}  // namespace
}  // namespace gialint::test
