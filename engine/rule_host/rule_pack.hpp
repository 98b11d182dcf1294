#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/diagnostics/rule_info.hpp"
#include "engine/text/name_table.hpp"
#include "engine/text/pattern.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A file as it lies in a pack, a rule or what rules rest on: "totals/balance.lua", "editions/2021.toml", and its text,
/// bytes unchanged.
struct PackFile {
  std::string path;
  std::string text;
  std::string display_name = {};  ///< how failures name a file that is not of the pack of the whole country; else empty
  /// Of a file in the binary what its build made of it: a rule compiled, a TOML file packed. Else empty.
  std::string compiled = {};

  /// "rules/totals/balance.lua", or `display_name` if there is one.
  [[nodiscard]] std::string name() const { return display_name.empty() ? "rules/" + path : display_name; }
};

/// The most that the file of a rule may hold: reading some constructs takes Lua's parser time that grows with the
/// square.
inline constexpr std::size_t max_rule_bytes = std::size_t{256} << 10U;

/// A value that gialint.toml can give to a rule's option.
using OptionValue = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

enum class OptionType { boolean, integer, string, choice, list };

/// One option as the rule declares it.
struct OptionInfo {
  std::string name;
  OptionType type = OptionType::string;
  OptionValue default_value;
  std::optional<std::int64_t> min;  ///< of an integer
  std::optional<std::int64_t> max;
  std::vector<std::string> values;  ///< of a choice
  Bilingual doc;
};

/// A rule, loaded and checked: everything its file declares, and the chunk to run.
struct Rule {
  RuleInfo info;
  std::vector<std::string> needs;     ///< `requires`: "table:requests", "section:overall"
  std::vector<std::string> explains;  ///< identities of the totals solver whose explanations it reports
  bool preview = false;               ///< `stability`: in no set unless named
  std::vector<OptionInfo> options;    ///< by name
  PackFile file;
  PatternCompile patterns = PatternCompile::now;  ///< when its regular expressions are compiled
  std::string code;  ///< the file as Lua compiled it, with its line numbers: what the workers load
};

/// The rules of one or more packs, by id. Immutable; shared by all workers.
class RulePack {
 public:
  /// Runs each file once in a sandbox of its own and checks what it returns: every field known and typed, both
  /// languages present with the same placeholders, `check` a function. The first failure ends it and names
  /// file and line. `names` are the name tables that the rules may search with; `patterns` says when the regular
  /// expressions in the files are compiled, which is not before a rule uses them.
  static Result<RulePack> load(std::vector<PackFile> files, std::shared_ptr<const NameTables> names = nullptr,
                               PatternCompile patterns = PatternCompile::now);

  /// The rules of `base` and those of `files`, which are the user's own: their patterns are compiled when a rule first
  /// uses them. Fails as load() does.
  static Result<RulePack> load_onto(const RulePack& base, std::vector<PackFile> files);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const Rule* find(std::string_view id) const;
  /// The same; the rule may have had that id once.
  [[nodiscard]] const Rule* find_also_formerly(std::string_view id) const;
  /// The ids of all rules, sorted.
  [[nodiscard]] std::vector<std::string> ids() const;
  [[nodiscard]] const NameTables& names() const { return *names_; }

 private:
  std::optional<Failure> add(std::vector<PackFile> files, PatternCompile patterns);

  std::vector<Rule> rules_;
  std::shared_ptr<const NameTables> names_ = std::make_shared<const NameTables>();
};

/// [a-z][a-z0-9]* in pieces joined by single hyphens: what a category, a rule and a plugin may be called.
bool is_rule_word(std::string_view text);

/// All that keeps the rule in `file` from being used, as RulePack::load() would say it of the first: empty for a sound
/// one.
std::vector<Failure> rule_faults(PackFile file);

/// Checks `value` against what the rule declares. What was wanted ("应为整数", "takes a whole number") where it does
/// not fit: to be put behind the option's name.
std::optional<Bilingual> check_option(const OptionInfo& option, const OptionValue& value);

}  // namespace gialint
