#pragma once

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "engine/fix/fix.hpp"
#include "engine/lint/lint.hpp"
#include "tests/rules/rule_lint.hpp"

namespace gialint::test {

/// Lints `bytes` as a file of that name.
inline FileResult lint_bytes(Linter& linter, const std::string& name, const std::string& bytes) {
  return linter.lint(source_of(name, bytes), all_rules());
}

/// How often each rule says something of a place of the tables. What is said of prose may follow from a fix: a section
/// is seen to be short once its text stands there once only.
using Said = std::map<std::tuple<std::string, std::string, std::string>, int>;

inline Said said_of_tables(const FileResult& result) {
  Said said;
  for (const Diagnostic& one : result.diagnostics) {
    const std::string category = one.rule.substr(0, one.rule.find('/'));
    if (category == "table" || category == "totals") ++said[{one.rule, one.place, one.message_id}];
  }
  return said;
}

inline std::size_t count_of(const FileResult& result, const std::string& rule) {
  std::size_t count = 0;
  for (const Diagnostic& one : result.diagnostics) count += one.rule == rule ? 1 : 0;
  return count;
}

/// What is wrong with what fixing a file came to; empty when all holds: it ends, a second time changes nothing, nothing
/// is left that could be fixed, what was fixed is said no more, and nothing is said of the tables that was not before.
inline std::string fault_of_fixing(Linter& linter, const std::string& name, const std::string& bytes, bool unsafe,
                                   std::map<std::string, std::size_t>& fixed) {
  FixOptions options;
  options.unsafe = unsafe;
  const auto lint = [&](const std::string& changed) { return lint_bytes(linter, name, changed); };
  const FileResult before = lint(bytes);
  const Result<FixedFile> once = fix_bytes(before, bytes, std::nullopt, options, lint);
  if (!once.ok()) return name + ": " + to_string(once.failure(), Language::zh) + "\n";
  std::string faults;
  for (const auto& [rule, times] : once->fixed) {
    fixed[rule] += times;
    if (count_of(once->left, rule) + times > count_of(before, rule))
      faults += name + ": " + rule + " was fixed " + std::to_string(times) + " times and is still there\n";
  }
  const Result<FixedFile> twice = fix_bytes(lint(once->bytes), once->bytes, std::nullopt, options, lint);
  if (!twice.ok() || twice->bytes != once->bytes) faults += name + ": a second time is another\n";
  for (const Diagnostic& one : once->left.diagnostics) {
    if (one.fix && is_wanted(*one.fix, options) && once->refused.empty())
      faults += name + ": left although it can be fixed: " + one.rule + " " + one.message + "\n";
  }
  const Said said = said_of_tables(before);
  for (const auto& [what, times] : said_of_tables(once->left)) {
    const auto known = said.find(what);
    if (known == said.end() || known->second < times)
      faults += name + ": is new: " + std::get<0>(what) + " " + std::get<1>(what) + " " + std::get<2>(what) + "\n";
  }
  return faults;
}

}  // namespace gialint::test
