#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/lint/lint.hpp"
#include "tests/generator/survey.hpp"

namespace gialint::generator {

/// Mistakes outside the tables' form as a writer made them up who did not know the rules, each with a right
/// counterpart: what a rule finds of them, and what it says against the counterparts, is how it fares on reports that
/// nobody here has seen.

/// One entry of a hand: hands/README.md has the notation.
struct HandEntry {
  std::string kind;        ///< "repeated-text"
  std::size_t number = 0;  ///< within its kind, from 1
  std::string at;          ///< where it is written
  std::string text;        ///< with ⟦ ⟧ around what is wrong, unless it is all
  std::string right;       ///< what is lawful in the same place; empty: none is given
  std::string when;        ///< what must hold of the report
  bool lawful = false;     ///< `text` is right, though unusual
  std::string organ;       ///< what a lawful title must be read as; empty: not said
  std::string year;
  std::string wrong;  ///< why the entry itself is wrong, and so is not counted
};

/// Throws on what it cannot read.
std::vector<HandEntry> read_hand(const std::string& path);

/// Which of the entries of a kind, by their numbers.
enum class Half : std::uint8_t { all, odd, even };

/// What became of the entries of one kind.
struct HandFigures {
  std::size_t entries = 0;
  std::size_t injected = 0;  ///< reports with the mistake
  std::size_t found = 0;     ///< … of which it is told at its place
  std::size_t twice = 0;     ///< … of which it is told more than once
  std::size_t beside = 0;    ///< … of which something else is said at warning or error
  std::size_t rights = 0;    ///< reports with a right counterpart
  std::size_t alarms = 0;    ///< … of which something is said at warning or error
  std::size_t infos = 0;     ///< … of which an info is said at its place
  std::string failures;      ///< each report that went wrong, a paragraph each

  HandFigures& operator+=(const HandFigures& other);
};

/// Lints `count` reports with each entry's mistake, and as many with its counterpart, one layout after the other.
/// Only these kinds, unless none is named. Reports that went wrong are written into `keep` unless it is empty.
std::map<std::string, HandFigures> survey_hand(const std::vector<HandEntry>& entries, Half half,
                                               const std::vector<std::string>& kinds, Seeds seeds, Linter& linter,
                                               const LintOptions& options, const std::string& keep = "");

}  // namespace gialint::generator
