#include "engine/rule_host/rule_pack.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "engine/diagnostics/message.hpp"
#include "engine/rule_host/field_lines.hpp"
#include "engine/rule_host/lua_state.hpp"
#include "engine/rule_host/lua_value.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"
#include "engine/text/version.hpp"

namespace gialint {

namespace {

constexpr std::string_view extension = ".lua";

// What running a file once may use up: a table of constants needs next to nothing.
RuleLimits load_limits() {
  RuleLimits limits;
  limits.steps = 5'000'000;
  limits.memory = std::size_t{16} << 20U;
  return limits;
}

// "options/least": the field `name` of what stands at `path`, which is empty for the rule as a whole.
std::string below(const std::string& path, const std::string& name) { return path.empty() ? name : path + "/" + name; }

/// "totals/balance"
bool is_rule_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash != std::string_view::npos && is_rule_word(id.substr(0, slash)) && is_rule_word(id.substr(slash + 1));
}

// "totals/balance.lua" → "totals/balance"; empty when the path is none of a rule.
std::string id_of(std::string_view path) {
  if (path.size() <= extension.size() || path.substr(path.size() - extension.size()) != extension) {
    return {};
  }
  const std::string_view id = path.substr(0, path.size() - extension.size());
  return is_rule_id(id) ? std::string(id) : std::string();
}

bool is_model_id(std::string_view text) {
  const auto fits = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '_' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

constexpr Sentence missing_field("缺少字段 {}", "the field {} is missing");
constexpr Sentence wants_text("字段 {} 应为字符串，且不能为空", "the field {} takes a string that is not blank");
constexpr Sentence wants_texts("字段 {} 应为字符串列表", "the field {} takes a list of strings");
constexpr Sentence lacks("字段 {} 缺少 {}", "the field {} lacks {}");

// ---- from the value a file returns to a Rule. What is wrong is kept, and all after it is read on.

class RuleReader {
 public:
  explicit RuleReader(const PackFile& file) : file_(file) {}

  [[nodiscard]] const std::vector<Failure>& failures() const { return failures_; }

  /// A rule to use only when there are no failures.
  Rule read(const LuaValue& value, std::string id) {
    Rule rule;
    rule.file = file_;
    rule.info.category = id.substr(0, id.find('/'));
    rule.info.id = std::move(id);
    if (value.type != LuaValue::Type::table) {
      fail("", Sentence("规则文件应返回一个表：return {{ api = 1, … }}",
                        "a rule file returns a table: return {{ api = 1, … }}"));
    } else {
      static const std::vector<std::string> known = {
          "api",   "since",    "severity", "precision", "title",   "help",      "basis",    "messages",
          "check", "requires", "fixable",  "explains",  "options", "stability", "formerly", "deprecated"};
      check_fields(value, "", known);
      const LuaValue* api = need(value, "api");
      if (api != nullptr && (api->type != LuaValue::Type::integer || api->integer != 1)) {
        fail("api", Sentence("字段 api 应为 1：本程序只懂第 1 版规则接口",
                             "the field api takes 1: this program knows version 1 of the rules' interface"));
      }
      rule.info.since = read_string(value, "since");
      if (!rule.info.since.empty() && !Version::parse(rule.info.since)) {
        fail("since",
             Sentence("字段 since 应为版本号，例如 \"0.1.0\"", "the field since takes a version, such as \"0.1.0\""));
      }
      rule.info.severity =
          severity_named(read_word(value, "severity", {"error", "warning", "info"})).value_or(Severity::warning);
      rule.info.precision = read_word(value, "precision", {"very-high", "high", "medium", "low"});
      rule.info.title = read_bilingual(need(value, "title"), "title");
      rule.info.help = read_bilingual(need(value, "help"), "help");
      need(value, "basis");
      rule.info.basis = read_strings(value, "basis");
      read_messages(value, rule.info.messages);
      const LuaValue* check = need(value, "check");
      if (check != nullptr && check->type != LuaValue::Type::function) {
        fail("check", Sentence("字段 check 应为函数：function(report, ctx) … end",
                               "the field check takes a function: function(report, ctx) … end"));
      }
      read_requires(value, rule.needs);
      if (rule.info.category == "history") {
        rule.needs.emplace_back("previous");
      }
      read_fixable(value, rule.info);
      rule.explains = read_strings(value, "explains");
      if (find(value, "stability") != nullptr) {
        rule.preview = read_word(value, "stability", {"stable", "preview"}) == "preview";
      }
      read_options(value, rule.options);
      rule.info.formerly = read_strings(value, "formerly");
      for (const std::string& id : rule.info.formerly) {
        if (!is_rule_id(id))
          fail("formerly", Sentence("字段 formerly 里应是规则的旧编号，例如 \"totals/old-name\"",
                                    "the field formerly takes ids that the rule had, such as \"totals/old-name\""));
      }
      read_deprecation(value, rule.info);
    }
    return rule;
  }

 private:
  void fail(const std::string& field, Bilingual what) {
    const std::map<std::string, int> lines = field_lines(file_.text);
    auto line = lines.find(field);
    for (std::string outer = field; line == lines.end();) {
      const std::size_t slash = outer.rfind('/');
      outer = slash == std::string::npos ? "" : outer.substr(0, slash);
      line = lines.find(outer);
    }
    failures_.push_back({{file_.name(), static_cast<std::uint32_t>(line->second)}, std::move(what)});
  }

  static const LuaValue* find(const LuaValue& table, const std::string& name) {
    const auto found = table.fields.find(name);
    return found == table.fields.end() ? nullptr : &found->second;
  }

  const LuaValue* need(const LuaValue& table, const std::string& name) {
    const LuaValue* value = find(table, name);
    if (value == nullptr) {
      fail("", missing_field.with(name));
    }
    return value;
  }

  // `path` is the field that holds `table`, "" for the rule itself.
  void check_fields(const LuaValue& table, const std::string& path, const std::vector<std::string>& known) {
    for (const auto& [name, value] : table.fields) {
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        const std::string_view nearest = nearest_name(name, known);
        static constexpr Sentence these("；可用的有 {}", "; known fields: {}");
        static constexpr Sentence maybe("，是不是 {}？", "; did you mean {}?");
        static constexpr Sentence unknown("未知字段 {}{}", "unknown field {}{}");
        static constexpr Sentence unknown_in("字段 {} 里的未知字段 {}{}", "in the field {} the unknown field {}{}");
        const Bilingual advice = nearest.empty() ? these.with(listed(known)) : maybe.with(nearest);
        const std::string shown = one_line(name.substr(0, 60));
        fail(below(path, name), path.empty() ? unknown.with(shown, advice) : unknown_in.with(path, shown, advice));
      }
    }
    if (!table.items.empty() || table.odd) {
      static constexpr Sentence named("规则的表里只能有带名字的字段", "a rule's table has fields with names alone");
      static constexpr Sentence named_in("字段 {} 里只能有带名字的字段", "the field {} takes fields with names alone");
      fail(path, path.empty() ? Bilingual(named) : named_in.with(path));
    }
  }

  bool is_sentence(const LuaValue& value) {
    return value.type == LuaValue::Type::string && !trim(value.text).empty() && is_utf8(value.text);
  }

  std::string read_string(const LuaValue& table, const std::string& name) {
    const LuaValue* value = need(table, name);
    if (value == nullptr) {
      return {};
    }
    if (!is_sentence(*value)) {
      fail(name, wants_text.with(name));
      return {};
    }
    return value->text;
  }

  std::string read_word(const LuaValue& table, const std::string& name, const std::vector<std::string>& words,
                        const std::string& prefix = "") {
    const LuaValue* value = find(table, name);
    if (value == nullptr) {
      fail(prefix.empty() ? "" : prefix.substr(0, prefix.size() - 1), missing_field.with(prefix + name));
      return {};
    }
    if (value->type != LuaValue::Type::string || std::find(words.begin(), words.end(), value->text) == words.end()) {
      static constexpr Sentence one_of("字段 {} 应为 {}", "the field {} takes {}");
      static constexpr Sentence not_this("字段 {} 应为 {}，而不是“{}”", "the field {} takes {}, not '{}'");
      fail(prefix + name, value->type == LuaValue::Type::string
                              ? not_this.with(prefix + name, alternatives(words), one_line(value->text.substr(0, 60)))
                              : one_of.with(prefix + name, alternatives(words)));
      return {};
    }
    return value->text;
  }

  Bilingual read_bilingual(const LuaValue* value, const std::string& path) {
    if (value == nullptr) {
      return {};
    }
    if (value->type != LuaValue::Type::table) {
      fail(path,
           Sentence("字段 {} 应为 {{ zh = \"…\", en = \"…\" }}", "the field {} takes {{ zh = \"…\", en = \"…\" }}")
               .with(path));
      return {};
    }
    check_fields(*value, path, {"zh", "en"});
    Bilingual text;
    for (const auto& [language, sentence] : {std::pair("zh", &text.zh), std::pair("en", &text.en)}) {
      const LuaValue* words = find(*value, language);
      if (words == nullptr) {
        fail(path, Sentence("字段 {} 缺少 {}：两种语言都要有", "the field {} lacks {}: both languages are needed")
                       .with(path, language));
      } else if (!is_sentence(*words)) {
        fail(below(path, language), wants_text.with(below(path, language)));
      } else {
        *sentence = words->text;
      }
    }
    return text;
  }

  // An optional list of strings; not empty when it is there.
  std::vector<std::string> read_strings(const LuaValue& table, const std::string& name,
                                        const std::string& prefix = "") {
    std::vector<std::string> strings;
    const LuaValue* value = find(table, name);
    if (value == nullptr) {
      return strings;
    }
    const std::string path = prefix + name;
    if (value->type != LuaValue::Type::table || value->items.empty() || !value->fields.empty() || value->odd) {
      fail(path,
           Sentence("字段 {} 应为字符串列表，至少一项", "the field {} takes a list of at least one string").with(path));
      return strings;
    }
    for (std::size_t i = 0; i < value->items.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      if (is_sentence(value->items[i])) {
        strings.push_back(value->items[i].text);
      } else {
        fail(below(path, number),
             Sentence("字段 {} 的第 {} 项应为字符串，且不能为空", "in the field {} item {} is no string, or blank")
                 .with(path, number));
      }
    }
    return strings;
  }

  void read_messages(const LuaValue& table, std::map<std::string, Bilingual>& messages) {
    const LuaValue* value = need(table, "messages");
    if (value == nullptr) {
      return;
    }
    if (value->type != LuaValue::Type::table || value->fields.empty() || !value->items.empty() || value->odd) {
      fail("messages",
           Sentence("字段 messages 应为 名字 = {{ zh = \"…\", en = \"…\" }} 的表，至少一条",
                    "the field messages takes a table of at least one name = {{ zh = \"…\", en = \"…\" }}"));
      return;
    }
    for (const auto& [name, message] : value->fields) {
      const std::string path = "messages/" + name;
      if (!is_name(name)) {
        fail(path, Sentence("消息的名字“{}”只能用小写字母、数字和下划线，以字母开头",
                            "the message's name '{}' is not of lower case letters, digits and '_', with a letter first")
                       .with(one_line(name.substr(0, 60))));
      }
      Bilingual text = read_bilingual(&message, path);
      const Result<std::vector<std::string>> zh = placeholders(text.zh);
      const Result<std::vector<std::string>> en = placeholders(text.en);
      if (!zh || !en) {
        const std::string language = !zh ? "zh" : "en";
        const std::string field = below(path, language);
        fail(field,
             Sentence("字段 {}：{}", "the field {}: {}").with(field, !zh ? zh.failure().what : en.failure().what));
      } else if (!text.zh.empty() && !text.en.empty() && *zh != *en) {
        fail(path, Sentence("字段 {} 两种语言的占位符不同：zh 有 {{{}}}，en 有 {{{}}}",
                            "the languages of the field {} differ in their placeholders: zh has {{{}}}, en has {{{}}}")
                       .with(path, fmt::format("{}", fmt::join(*zh, "} {")), fmt::format("{}", fmt::join(*en, "} {"))));
      }
      messages.emplace(name, std::move(text));
    }
  }

  void read_requires(const LuaValue& table, std::vector<std::string>& needs) {
    needs = read_strings(table, "requires");
    for (std::size_t i = 0; i < needs.size(); ++i) {
      const std::size_t colon = needs[i].find(':');
      const std::string kind = needs[i].substr(0, colon);
      const bool good = colon == std::string::npos ? kind == "title" || kind == "previous"
                                                   : (kind == "table" || kind == "section") &&
                                                         is_model_id(std::string_view(needs[i]).substr(colon + 1));
      if (!good) {
        fail(
            "requires/" + std::to_string(i + 1),
            Sentence(
                "字段 requires 的“{}”无法识别；可用的有 \"table:编号\"、\"section:编号\"、\"title\"、\"previous\"",
                "the field requires does not know '{}'; it takes \"table:ID\", \"section:ID\", \"title\", \"previous\"")
                .with(one_line(needs[i].substr(0, 60))));
      }
    }
  }

  void read_deprecation(const LuaValue& table, RuleInfo& info) {
    const LuaValue* value = find(table, "deprecated");
    if (value == nullptr) {
      return;
    }
    if (value->type != LuaValue::Type::table) {
      fail("deprecated",
           Sentence(
               "字段 deprecated 应为表：{{ since = \"0.2.0\", replaced_by = {{ … }}, reason = {{ zh = …, en = … }} }}",
               "the field deprecated takes a table: {{ since = \"0.2.0\", replaced_by = {{ … }}, reason = {{ zh = …, "
               "en = … }} }}"));
      return;
    }
    check_fields(*value, "deprecated", {"since", "replaced_by", "reason"});
    Deprecation deprecation;
    deprecation.since = read_string(*value, "since");
    if (!deprecation.since.empty() && !Version::parse(deprecation.since)) {
      fail("deprecated/since", Sentence("字段 deprecated/since 应为版本号，例如 \"0.2.0\"",
                                        "the field deprecated/since takes a version, such as \"0.2.0\""));
    }
    deprecation.replaced_by = read_strings(*value, "replaced_by", "deprecated/");
    if (const LuaValue* reason = find(*value, "reason")) {
      deprecation.reason = read_bilingual(reason, "deprecated/reason");
    }
    info.deprecated = std::move(deprecation);
  }

  void read_fixable(const LuaValue& table, RuleInfo& info) {
    if (find(table, "fixable") == nullptr) {
      return;
    }
    const std::string word = read_word(table, "fixable", {"safe", "unsafe", "suggestion"});
    info.has_fix = true;
    for (const FixSafety safety : {FixSafety::safe, FixSafety::unsafe, FixSafety::suggestion}) {
      if (word == fix_safety_name(safety)) {
        info.fix_safety = safety;
      }
    }
  }

  void read_options(const LuaValue& table, std::vector<OptionInfo>& options) {
    const LuaValue* value = find(table, "options");
    if (value == nullptr) {
      return;
    }
    if (value->type != LuaValue::Type::table || value->fields.empty() || !value->items.empty() || value->odd) {
      fail("options",
           Sentence("字段 options 应为 名字 = {{ type = …, default = …, doc = … }} 的表，至少一项",
                    "the field options takes a table of at least one name = {{ type = …, default = …, doc = … }}"));
      return;
    }
    for (const auto& [name, option] : value->fields) {
      options.push_back(read_option(name, option));
    }
  }

  OptionInfo read_option(const std::string& name, const LuaValue& value) {
    static const std::vector<std::string> types = {"boolean", "integer", "string", "choice", "list"};
    const std::string path = "options/" + name;
    OptionInfo option;
    option.name = name;
    if (!is_name(name) || name == "severity") {
      fail(path, Sentence("选项的名字“{}”只能用小写字母、数字和下划线，以字母开头，且不能是 severity",
                          "the option's name '{}' is not of lower case letters, digits and '_', with a letter first, "
                          "or it is severity")
                     .with(one_line(name.substr(0, 60))));
    }
    if (value.type != LuaValue::Type::table) {
      fail(path, Sentence("字段 {} 应为 {{ type = …, default = …, doc = … }}",
                          "the field {} takes {{ type = …, default = …, doc = … }}")
                     .with(path));
      return option;
    }
    check_fields(value, path, {"type", "default", "min", "max", "values", "doc"});
    const std::string type = read_word(value, "type", types, path + "/");
    const auto found = std::find(types.begin(), types.end(), type);
    if (found == types.end()) {
      return option;
    }
    option.type = static_cast<OptionType>(found - types.begin());
    option.min = read_bound(value, "min", path, option.type);
    option.max = read_bound(value, "max", path, option.type);
    option.values = read_strings(value, "values", path + "/");
    if (option.type == OptionType::choice && option.values.empty()) {
      fail(path, Sentence("字段 {} 缺少 values：choice 要列出可选的值",
                          "the field {} lacks values: a choice lists what there is to choose from")
                     .with(path));
    }
    if (!option.values.empty() && option.type != OptionType::choice && option.type != OptionType::list) {
      fail(path + "/values",
           Sentence("字段 {}/values 只用于 choice 和 list", "the field {}/values is for choice and list alone")
               .with(path));
    }
    const LuaValue* doc = find(value, "doc");
    if (doc == nullptr) {
      fail(path, lacks.with(path, "doc"));
    }
    option.doc = read_bilingual(doc, path + "/doc");
    const LuaValue* default_value = find(value, "default");
    if (default_value == nullptr) {
      fail(path, lacks.with(path, "default"));
    } else {
      read_default(*default_value, path + "/default", option);
    }
    return option;
  }

  std::optional<std::int64_t> read_bound(const LuaValue& table, const std::string& name, const std::string& path,
                                         OptionType type) {
    const LuaValue* value = find(table, name);
    if (value == nullptr) {
      return std::nullopt;
    }
    if (value->type != LuaValue::Type::integer || type != OptionType::integer) {
      fail(path + "/" + name,
           Sentence("字段 {} 应为整数，且只用于 integer", "the field {} takes a whole number, and is for integer alone")
               .with(path + "/" + name));
    }
    return value->integer;
  }

  void read_default(const LuaValue& value, const std::string& path, OptionInfo& option) {
    switch (value.type) {
      case LuaValue::Type::boolean:
        option.default_value = value.boolean;
        break;
      case LuaValue::Type::integer:
        option.default_value = value.integer;
        break;
      case LuaValue::Type::string:
        option.default_value = value.text;
        break;
      case LuaValue::Type::table: {
        std::vector<std::string> items;
        for (const LuaValue& item : value.items) {
          if (item.type != LuaValue::Type::string) {
            fail(path, wants_texts.with(path));
            return;
          }
          items.push_back(item.text);
        }
        if (value.odd || !value.fields.empty()) {
          fail(path, wants_texts.with(path));
          return;
        }
        option.default_value = std::move(items);
        break;
      }
      default:
        fail(path, Sentence("字段 {} 应为布尔值、整数、字符串或字符串列表",
                            "the field {} takes a boolean, a whole number, a string or a list of strings")
                       .with(path));
        return;
    }
    if (const std::optional<Bilingual> wrong = check_option(option, option.default_value)) {
      fail(path, Sentence("字段 {} {}", "the field {} {}").with(path, *wrong));
    }
  }

  const PackFile& file_;
  std::vector<Failure> failures_;
};

// ---- running a file once

struct Loading {
  const PackFile* file = nullptr;
  LuaValue value;
  std::string code;
  std::string syntax_error;
};

int append_code(lua_State* /*lua*/, const void* bytes, std::size_t size, void* code) {
  static_cast<std::string*>(code)->append(static_cast<const char*>(bytes), size);
  return 0;
}

int load_file(lua_State* lua) {
  auto& loading = *static_cast<Loading*>(lua_touserdata(lua, 1));
  const std::string name = "=" + loading.file->path;
  const std::string& text = loading.file->text;
  const std::string& compiled = loading.file->compiled;
  // A binary chunk that Lua did not write itself may crash it; only the build of the binary prepares any. Another
  // version of the library than the build's refuses it.
  const bool ready = !compiled.empty() && luaL_loadbufferx(lua, compiled.data(), compiled.size(), "", "b") == LUA_OK;
  if (ready) {
    loading.code = compiled;
  } else if (luaL_loadbufferx(lua, text.data(), text.size(), name.c_str(), "t") == LUA_OK) {
    lua_dump(lua, append_code, &loading.code, 0);
  } else {
    loading.syntax_error = luaL_tolstring(lua, -1, nullptr);
    return 0;
  }
  lua::push_environment(lua);
  lua_setupvalue(lua, -2, 1);
  lua_call(lua, 0, 1);
  loading.value = take_value(lua, lua_gettop(lua));
  return 0;
}

// The rule of a file, to use only when nothing is wrong with it; `failures` is told all that is.
Rule load_rule(LuaState& state, const PackFile& file, std::vector<Failure>& failures) {
  std::string id = id_of(file.path);
  if (id.empty()) {
    failures.push_back({{file.name()},
                        Sentence("规则文件应叫“类别/名字.lua”，只用小写字母、数字和连字符，例如 local/my-rule.lua",
                                 "a rule file is called CATEGORY/NAME.lua, of lower case letters, digits and hyphens, "
                                 "such as local/my-rule.lua")});
    return {};
  }
  if (file.text.size() > max_rule_bytes) {
    failures.push_back(
        {{file.name()},
         Sentence("规则文件超过 {} KiB", "the file of a rule is larger than {} KiB").with(max_rule_bytes >> 10U)});
    return {};
  }
  Loading loading;
  loading.file = &file;
  const RuleLimits limits = load_limits();
  if (const std::optional<LuaTrouble> trouble = state.protected_call(load_file, &loading, limits)) {
    failures.push_back(to_failure(*trouble, file, limits));
    return {};
  }
  if (!loading.syntax_error.empty()) {
    LuaTrouble trouble;
    trouble.kind = LuaTrouble::Kind::syntax;
    trouble.chunk = file.path;
    trouble.what = loading.syntax_error;
    take_place(trouble);
    failures.push_back(to_failure(trouble, file, limits));
    return {};
  }
  RuleReader reader(file);
  Rule rule = reader.read(loading.value, std::move(id));
  rule.code = std::move(loading.code);
  failures.insert(failures.end(), reader.failures().begin(), reader.failures().end());
  return rule;
}

void strip_byte_order_mark(std::string& text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.compare(0, byte_order_mark.size(), byte_order_mark) == 0) {
    text.erase(0, byte_order_mark.size());
  }
}

}  // namespace

bool is_rule_word(std::string_view text) {
  const auto fits = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c) || c == '-'; };
  return !text.empty() && is_ascii_lower(text.front()) && text.back() != '-' &&
         text.find("--") == std::string_view::npos && std::all_of(text.begin(), text.end(), fits);
}

Result<RulePack> RulePack::load(std::vector<PackFile> files, std::shared_ptr<const NameTables> names,
                                PatternCompile patterns) {
  RulePack pack;
  if (names != nullptr) pack.names_ = std::move(names);
  if (const std::optional<Failure> failure = pack.add(std::move(files), patterns)) return *failure;
  return pack;
}

Result<RulePack> RulePack::load_onto(const RulePack& base, std::vector<PackFile> files) {
  RulePack pack = base;
  if (const std::optional<Failure> failure = pack.add(std::move(files), PatternCompile::now)) return *failure;
  return pack;
}

std::optional<Failure> RulePack::add(std::vector<PackFile> files, PatternCompile patterns) {
  std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  LuaState state;
  std::map<std::string, std::string> explained;  // identity → rule
  for (const Rule& rule : rules_) {
    for (const std::string& identity : rule.explains) explained.emplace(identity, rule.info.id);
  }
  for (PackFile& file : files) {
    strip_byte_order_mark(file.text);
    std::vector<Failure> failures;
    Rule rule = load_rule(state, file, failures);
    if (!failures.empty()) {
      return failures.front();
    }
    const auto is_same = [&](const Rule& other) {
      const std::vector<std::string>& theirs = other.info.formerly;
      const std::vector<std::string>& ours = rule.info.formerly;
      return other.info.id == rule.info.id || std::find(theirs.begin(), theirs.end(), rule.info.id) != theirs.end() ||
             std::find(ours.begin(), ours.end(), other.info.id) != ours.end();
    };
    if (std::any_of(rules_.begin(), rules_.end(), is_same)) {
      return Failure{{file.name()},
                     Sentence("规则 {} 出现了两次", "the rule {} stands there twice").with(rule.info.id)};
    }
    for (const std::string& identity : rule.explains) {
      const auto [entry, is_new] = explained.emplace(identity, rule.info.id);
      if (!is_new) {
        static constexpr Sentence taken("等式 {} 已由规则 {} 报告", "the sum {} is reported by the rule {} already");
        const auto line = static_cast<std::uint32_t>(field_lines(file.text)["explains"]);
        return Failure{{file.name(), line}, taken.with(identity, entry->second)};
      }
    }
    rule.patterns = patterns;
    rule.info.of_plugin = !file.display_name.empty();
    rules_.push_back(std::move(rule));
  }
  std::sort(rules_.begin(), rules_.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
  return std::nullopt;
}

std::vector<Failure> rule_faults(PackFile file) {
  strip_byte_order_mark(file.text);
  LuaState state;
  std::vector<Failure> failures;
  load_rule(state, file, failures);
  return failures;
}

const Rule* RulePack::find(std::string_view id) const {
  const auto found = std::lower_bound(rules_.begin(), rules_.end(), id,
                                      [](const Rule& rule, std::string_view wanted) { return rule.info.id < wanted; });
  return found != rules_.end() && found->info.id == id ? &*found : nullptr;
}

const Rule* RulePack::find_also_formerly(std::string_view id) const {
  if (const Rule* rule = find(id)) return rule;
  const auto was = [&](const Rule& rule) {
    return std::find(rule.info.formerly.begin(), rule.info.formerly.end(), id) != rule.info.formerly.end();
  };
  const auto found = std::find_if(rules_.begin(), rules_.end(), was);
  return found == rules_.end() ? nullptr : &*found;
}

std::vector<std::string> RulePack::ids() const {
  std::vector<std::string> ids;
  ids.reserve(rules_.size());
  for (const Rule& rule : rules_) {
    ids.push_back(rule.info.id);
  }
  return ids;
}

std::optional<Bilingual> check_option(const OptionInfo& option, const OptionValue& value) {
  static constexpr Sentence wants_integer("应为整数", "takes a whole number");
  static constexpr Sentence wants_boolean("应为 true 或 false", "takes true or false");
  static constexpr Sentence wants_string("应为字符串", "takes a string");
  static constexpr Sentence wants_list("应为字符串列表", "takes a list of strings");
  static constexpr Sentence too_small("不能小于 {}", "cannot be less than {}");
  static constexpr Sentence too_large("不能大于 {}", "cannot be more than {}");
  static constexpr Sentence wants_one("应为 {}", "takes {}");
  static constexpr Sentence not_this("应为 {}，而不是“{}”{}", "takes {}, not '{}'{}");
  static constexpr Sentence not_each("的每一项应为 {}，而不是“{}”{}", "takes for each item {}, not '{}'{}");
  static constexpr Sentence maybe("；是不是 {}？", "; did you mean {}?");
  const auto unknown = [&option](const Sentence& sentence, const std::string& word) {
    const std::string_view nearest = nearest_name(word, option.values);
    return sentence.with(alternatives(option.values), one_line(word.substr(0, 60)),
                         nearest.empty() ? Bilingual() : maybe.with(nearest));
  };
  const auto is_allowed = [&option](const std::string& word) {
    return std::find(option.values.begin(), option.values.end(), word) != option.values.end();
  };
  switch (option.type) {
    case OptionType::boolean:
      if (!std::holds_alternative<bool>(value)) return wants_boolean;
      break;
    case OptionType::integer: {
      const auto* number = std::get_if<std::int64_t>(&value);
      if (number == nullptr) return wants_integer;
      if (option.min && *number < *option.min) return too_small.with(*option.min);
      if (option.max && *number > *option.max) return too_large.with(*option.max);
      break;
    }
    case OptionType::string:
      if (!std::holds_alternative<std::string>(value)) return wants_string;
      break;
    case OptionType::choice: {
      const auto* word = std::get_if<std::string>(&value);
      if (word == nullptr) return wants_one.with(alternatives(option.values));
      if (!is_allowed(*word)) return unknown(not_this, *word);
      break;
    }
    case OptionType::list: {
      const auto* words = std::get_if<std::vector<std::string>>(&value);
      if (words == nullptr) return wants_list;
      for (const std::string& word : *words) {
        if (!option.values.empty() && !is_allowed(word)) return unknown(not_each, word);
      }
      break;
    }
  }
  return std::nullopt;
}

}  // namespace gialint
