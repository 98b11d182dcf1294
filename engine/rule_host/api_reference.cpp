#include "engine/rule_host/api_reference.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "engine/rule_host/api_class.hpp"
#include "engine/rule_host/lua_sources.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/text/ascii.hpp"

namespace gialint {
namespace {

using lua::ApiClass;
using lua::Kind;
using lua::Member;

constexpr std::string_view prefix = "gialint.";

/// Objects that rules know by another name than the bindings' messages do.
std::string_view class_name(const ApiClass& type) {
  switch (type.kind) {
    case Kind::context:
      return "Context";
    case Kind::edits:
      return "Edits";
    default:
      return type.name;
  }
}

std::vector<ApiClass> api_classes() {
  const LuaState state;
  lua::open_api(state.get());
  std::vector<ApiClass> classes = state.classes;
  // A list is what it is a list of.
  classes.erase(
      std::remove_if(classes.begin(), classes.end(), [](const ApiClass& type) { return type.kind == Kind::list; }),
      classes.end());
  // Nodes first: most others are some.
  std::stable_partition(classes.begin(), classes.end(), [](const ApiClass& type) { return type.kind == Kind::point; });
  return classes;
}

const std::vector<Member>& members_of(const ApiClass& type) {
  return type.kind == Kind::point ? lua::node_members() : *type.members;
}

/// "of a row" → "Of a row"
std::string sentence(std::string_view words) {
  std::string text(words);
  if (!text.empty()) text[0] = ascii_upper(text[0]);
  return text;
}

bool is_some_node(const ApiClass& type) { return lua::is_node(type.kind) && type.kind != Kind::point; }

/// The lines of a comment block and the function behind it: "--- What to call a row.", …, "function gia.row_name(row)".
struct SharedFunction {
  std::string comment;
  std::string signature;
};

std::vector<SharedFunction> functions_of(std::string_view source) {
  std::vector<SharedFunction> found;
  std::string comment;
  while (!source.empty()) {
    const std::size_t end = std::min(source.find('\n'), source.size());
    const std::string_view line = source.substr(0, end);
    source.remove_prefix(std::min(end + 1, source.size()));
    constexpr std::string_view function = "function gia.";
    if (line.substr(0, 3) == "---") {
      comment.append(line).append("\n");
    } else {
      if (line.starts_with(function) && !comment.empty())
        found.push_back({comment, std::string(line.substr(0, line.find(')') + 1))});
      comment.clear();
    }
  }
  return found;
}

/// How a function of a class is called: those of ctx.edit take no object before their arguments.
char call_mark(const ApiClass& type) { return type.kind == Kind::edits ? '.' : ':'; }

std::string method_definition(const ApiClass& type, const Member& member) {
  const std::string_view owner = class_name(type);
  // "(id: string, more?: integer): A, B" → ---@param …, ---@return …, function Owner:name(id, more) end
  std::string_view signature = member.type;
  std::string text;
  if (*member.doc != '\0') text += fmt::format("--- {}\n", member.doc);
  if (signature.front() == '<') {
    text += fmt::format("---@generic {}\n", signature.substr(1, signature.find('>') - 1));
    signature.remove_prefix(signature.find('>') + 1);
  }
  const std::size_t close =
      signature.rfind(')', signature.find("): ") == std::string_view::npos ? signature.size() : signature.find("): "));
  std::string_view parameters = signature.substr(1, close - 1);
  std::string names;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find(", "), parameters.size());
    const std::string_view parameter = parameters.substr(0, end);
    parameters.remove_prefix(std::min(end + 2, parameters.size()));
    const std::size_t colon = parameter.find(": ");
    const std::string_view name = parameter.substr(0, colon);
    text += fmt::format("---@param {} {}\n", name, parameter.substr(colon + 2));
    names += names.empty() ? "" : ", ";
    names += name.back() == '?' ? name.substr(0, name.size() - 1) : name;
  }
  if (close + 2 < signature.size()) text += fmt::format("---@return {}\n", signature.substr(close + 3));
  return text + fmt::format("function {}{}{}({}) end\n", owner, call_mark(type), member.name, names);
}

std::string class_definition(const ApiClass& type) {
  const std::string_view name = class_name(type);
  std::string text = fmt::format("--- {}\n---@class {}{}{}\n", sentence(type.doc), prefix, name,
                                 is_some_node(type) ? ": gialint.Node" : "");
  std::string methods;
  for (const Member& member : members_of(type)) {
    if (member.method != nullptr) {
      methods += method_definition(type, member);
    } else {
      text +=
          fmt::format("---@field {} {}{}{}\n", member.name, member.type, *member.doc == '\0' ? "" : " ", member.doc);
    }
  }
  if (type.kind == Kind::decimal) {
    for (const char* const event : {"add", "sub", "mul"})
      text += fmt::format("---@operator {}(gialint.Number): gialint.Number\n", event);
    text += "---@operator unm: gialint.Number\n---@operator concat(string): string\n";
  }
  return text + fmt::format("local {} = {{}}\n{}\n", name, methods);
}

std::string escaped_for_table(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '|') result += '\\';
    result += c;
  }
  return result;
}

std::string class_section(const ApiClass& type) {
  std::string text =
      fmt::format("## {}\n\n{}{}\n", class_name(type), sentence(type.doc), is_some_node(type) ? ". A Node." : ".");
  const std::vector<Member>& members = members_of(type);
  if (members.empty()) return text + "\n";
  text += "\n| | | |\n|---|---|---|\n";
  for (const Member& member : members) {
    const bool method = member.method != nullptr;
    std::string shown =
        method ? fmt::format("{}{}{}", call_mark(type), member.name, member.type) : fmt::format(".{}", member.name);
    for (std::size_t at = shown.find(prefix); at != std::string::npos; at = shown.find(prefix, at))
      shown.erase(at, prefix.size());
    std::string value = method ? "" : member.type;
    for (std::size_t at = value.find(prefix); at != std::string::npos; at = value.find(prefix, at))
      value.erase(at, prefix.size());
    text += fmt::format("| `{}` | {} | {} |\n", escaped_for_table(shown),
                        value.empty() ? "" : "`" + escaped_for_table(value) + "`", escaped_for_table(member.doc));
  }
  return text + "\n";
}

}  // namespace

std::string lua_definitions() {
  std::string text = fmt::format(
      "---@meta gialint\n-- The rule API, version {}. Generated by `gialint api`: never run, never edited.\n\n",
      api_version);
  for (const ApiClass& type : api_classes()) text += class_definition(type);
  text += "--- Shapes that rules share.\ngia = {}\n";
  for (const SharedFunction& function : functions_of(shared_functions()))
    text += function.comment + function.signature + " end\n";
  return text + "\n" + std::string(shared_types());
}

std::string language_server_settings(const std::string& library) {
  // All of Lua's own is switched off: the definitions hold what rules have of it.
  std::string builtin;
  for (const char* const name : {"basic", "bit", "bit32", "coroutine", "debug", "ffi", "io", "jit", "math", "os",
                                 "package", "string", "string.buffer", "table", "table.clear", "table.new", "utf8"}) {
    builtin += fmt::format("{}\n    \"{}\": \"disable\"", builtin.empty() ? "" : ",", name);
  }
  return fmt::format(
      "{{\n  \"runtime.version\": \"Lua 5.4\",\n  \"runtime.builtin\": {{{}\n  }},\n"
      "  \"workspace.library\": [\"{}\"],\n  \"workspace.checkThirdParty\": false\n}}\n",
      builtin, library);
}

std::string api_page() {
  std::string text = fmt::format(
      "<!-- gialint api -->\n\n# The rule API, version {}\n\n"
      "What a rule can see and do. `?` may be nil; `A[]` is a list of A; a method is called with `:`.\n\n",
      api_version);
  for (const ApiClass& type : api_classes()) text += class_section(type);
  text += "## gia\n\nShapes that rules share; each is a function in the global `gia`.\n\n";
  for (const SharedFunction& function :
       functions_of(std::string(shared_functions()) + "\n" + std::string(shared_types()))) {
    text += fmt::format("### `{}`\n\n", function.signature.substr(std::string_view("function ").size()));
    std::string notes;
    std::string_view rest = function.comment;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      std::string line(rest.substr(3, end - 3));
      rest.remove_prefix(end + 1);
      for (std::size_t at = line.find(prefix); at != std::string::npos; at = line.find(prefix, at))
        line.erase(at, prefix.size());
      if (line.substr(0, 1) == "@") {
        notes += fmt::format("- `{}`\n", line);
      } else {
        text += (line.substr(0, 1) == " " ? line.substr(1) : line) + "\n";
      }
    }
    text += "\n" + notes + "\n";
  }
  text += fmt::format(
      "## Rule files, diagnostics and Lua\n\nThe fields of a rule file, what `ctx:emit` takes, and the Lua that rules "
      "have, as "
      "lua-language-server knows them:\n\n```lua\n{}```\n",
      shared_types());
  return text;
}

}  // namespace gialint
