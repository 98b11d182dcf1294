#include "engine/config/suppress.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "engine/config/config.hpp"
#include "engine/config/config_fields.hpp"
#include "engine/config/config_rules.hpp"
#include "engine/diagnostics/fingerprint.hpp"
#include "engine/files/shown_path.hpp"
#include "engine/packs/own_rules.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"

namespace gialint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fingerprint_digits = 32;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_fingerprint(std::string_view text) {
  return text.size() == fingerprint_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_one_file(const std::string& pattern) { return pattern.find_first_of("*?[!\\") == std::string::npos; }

bool names(const SuppressEntry& entry, const Diagnostic& diagnostic) {
  if (entry.rule != diagnostic.rule) return false;
  if (!entry.fingerprint.empty() && entry.fingerprint != diagnostic.fingerprint) return false;
  if (entry.place.empty()) return true;
  return diagnostic.place.compare(0, entry.place.size(), entry.place) == 0 &&
         (diagnostic.place.size() == entry.place.size() || diagnostic.place[entry.place.size()] == '/');
}

bool is_over(const SuppressEntry& entry, const std::optional<TomlDate>& today) {
  return entry.until && today && *entry.until < *today;
}

std::string to_string(const TomlDate& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Span rest_of_line(const SourceText& source, const Position& place) {
  const std::uint32_t begin = source.lines().offset(source.text(), place, ColumnUnit::code_point);
  const std::size_t end = source.text().find_first_of("\r\n", begin);
  return {begin, static_cast<std::uint32_t>(std::min(end, source.text().size()))};
}

}  // namespace

SuppressEntry read_suppress(const TomlTable& table, const RulePack& rules, TomlFaults& faults, const fs::path& config,
                            std::shared_ptr<const SourceText> source) {
  TomlFields fields(table, faults);
  SuppressEntry entry;
  entry.config = config;
  entry.where = faults.where(table.place);
  if (source != nullptr) entry.span = rest_of_line(*source, table.place);
  entry.source = std::move(source);
  entry.rule = fields.text(suppress_field::rule.name);
  const std::vector<CatalogueRule> catalogue = rule_catalogue(rules);
  const CatalogueRule* const rule = find_rule(catalogue, entry.rule);
  entry.rule_known = rule != nullptr;
  if (entry.rule_known) entry.rule = rule->info->id;
  if (fields.has(suppress_field::rule.name) && specificity(entry.rule) != Specificity::rule) {
    faults.add(fields.place(suppress_field::rule.name),
               Sentence("\"rule\" 要写一条规则的编号，不能写类别或者 \"*\"",
                        "\"rule\" takes the id of one rule, no category and no \"*\""));
  }
  entry.file = fields.text(suppress_field::file.name);
  if (fields.has(suppress_field::file.name) && GlobSet({entry.file}).empty()) {
    faults.add(fields.place(suppress_field::file.name),
               Sentence("\"{}\" 不是有效的路径模式（写法同 .gitignore）",
                        "\"{}\" is no valid pattern for paths (they are written as in .gitignore)")
                   .with(entry.file));
  }
  entry.place = fields.text_or(suppress_field::place.name, "");
  entry.fingerprint = fields.text_or(suppress_field::fingerprint.name, "");
  if (!entry.fingerprint.empty() && !is_fingerprint(entry.fingerprint)) {
    faults.add(fields.place(suppress_field::fingerprint.name),
               Sentence("\"fingerprint\" 应为 32 个小写十六进制数字",
                        "\"fingerprint\" takes 32 hexadecimal digits in lower case"));
  }
  entry.reason = fields.text(suppress_field::reason.name);
  if (fields.has(suppress_field::reason.name) && is_blank(entry.reason)) {
    faults.add(fields.place(suppress_field::reason.name),
               Sentence("\"reason\" 不能空着：写明为什么可以不改",
                        "\"reason\" cannot be blank: say why this may stay as it is"));
  }
  if (const TomlField* until = fields.field_if_any(suppress_field::until.name)) {
    if (const auto* date = std::get_if<TomlDate>(&until->value.data)) {
      entry.until = *date;
    } else {
      faults.add(until->value.place,
                 Sentence("\"until\" 应为日期，不加引号，如 2026-06-30，这里是{}",
                          "\"until\" takes a date without quotation marks, such as 2026-06-30, not {}")
                     .with(toml_type_name(until->value)));
    }
  }
  fields.finish();
  return entry;
}

Suppressions::Suppressions(std::vector<SuppressEntry> entries, const fs::path& folder)
    : entries_(std::move(entries)), folder_(folder) {
  for (const SuppressEntry& entry : entries_) files_.emplace_back(std::vector<std::string>{entry.file});
}

SuppressionUse Suppressions::apply(FileResult& result, const fs::path& file, const RuleSettings& rules,
                                   const std::optional<TomlDate>& today) const {
  SuppressionUse use;
  if (entries_.empty()) return use;
  const std::string path = path_within(folder_, file);
  if (path.empty()) return use;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!files_[i].matches(path, false)) continue;
    use.meant.push_back(i);
    if (rules.count(entries_[i].rule) != 0) use.checked.push_back(i);
  }
  if (use.checked.empty()) return use;
  std::set<std::size_t> used;
  std::vector<Diagnostic> left;
  for (Diagnostic& diagnostic : result.diagnostics) {
    const auto entry = std::find_if(use.checked.begin(), use.checked.end(), [&](std::size_t i) {
      return !is_over(entries_[i], today) && names(entries_[i], diagnostic);
    });
    if (entry == use.checked.end()) {
      left.push_back(std::move(diagnostic));
      continue;
    }
    used.insert(*entry);
    result.suppressed.push_back({std::move(diagnostic), {entries_[*entry].reason, entries_[*entry].where}});
  }
  result.diagnostics = std::move(left);
  use.used.assign(used.begin(), used.end());
  return use;
}

SuppressionWatch::SuppressionWatch(const Suppressions& suppressions)
    : suppressions_(&suppressions), tallies_(suppressions.entries().size()) {}

void SuppressionWatch::add(const SuppressionUse& use) {
  for (const std::size_t i : use.meant) tallies_[i].meant = true;
  for (const std::size_t i : use.checked) tallies_[i].checked = true;
  for (const std::size_t i : use.used) tallies_[i].used = true;
}

std::vector<FileResult> SuppressionWatch::report(bool whole, const std::optional<TomlDate>& today,
                                                 const RuleSettings& rules, Language language) const {
  const auto own = rules.find(std::string(own_rule::unused_suppression));
  if (own == rules.end()) return {};
  std::map<fs::path, FileResult> by_file;
  for (std::size_t i = 0; i < tallies_.size(); ++i) {
    const SuppressEntry& entry = suppressions_->entries()[i];
    const Tally& tally = tallies_[i];
    std::string message;
    if (!entry.rule_known && (whole || tally.meant)) {
      message = "no_rule";
    } else if (is_over(entry, today) && (whole ? rules.count(entry.rule) != 0 : tally.checked)) {
      message = "over";
    } else if (whole && !tally.meant && rules.count(entry.rule) != 0) {
      message = "no_file";
    } else if (tally.checked && !tally.used && (whole || is_one_file(entry.file))) {
      message = "unused";
    }
    if (message.empty()) continue;
    if (entry.source == nullptr) continue;
    FileResult& result = by_file[entry.config];
    if (result.source == nullptr) {
      result.path = shown_path(entry.config);
      result.at_end_of_run = true;
      result.source = entry.source;
    }
    Diagnostic diagnostic = engine_diagnostic(
        own_rule::unused_suppression, message, entry.span,
        {{"file", entry.file}, {"rule", entry.rule}, {"until", entry.until ? to_string(*entry.until) : ""}}, language);
    diagnostic.severity = own->second.severity.value_or(diagnostic.severity);
    diagnostic.emission = static_cast<std::uint32_t>(result.diagnostics.size());
    result.diagnostics.push_back(std::move(diagnostic));
  }
  std::vector<FileResult> results;
  for (auto& [file, result] : by_file) {
    std::sort(result.diagnostics.begin(), result.diagnostics.end(), reads_before);
    set_fingerprints(*result.source, result.diagnostics);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace gialint
