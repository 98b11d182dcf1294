#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "tests/generator/facts.hpp"
#include "tests/generator/random.hpp"

namespace gialint::generator {

/// One or more sentences with choices and slots, of sentences.toml.
struct Sentence {
  std::string group;        ///< "received"
  std::string text;         ///< "全年[新收|收到]政府信息公开申请{N}件。"
  std::string when;         ///< what must hold of a report for it to be true
  std::string untrue_when;  ///< what makes it a contradiction; empty: nothing is known to
  std::string untrue_rule;  ///< … that this rule reports
};

/// Something that is wrong with a report, of mistakes.toml.
struct Mistake {
  std::string rule;  ///< that reports it
  Severity least = Severity::warning;
  std::string at;    ///< a group of sentences, "title", "heading ID", "section ID", or what is done to the report
  std::string text;  ///< with ⟦ ⟧ around what is wrong, unless it is all
  std::string when;
  std::string place;        ///< of the diagnostic, where it is not at the mark: "heading ID", "anywhere"
  std::string layout = {};  ///< the only one in which it shows; empty: it shows in all
};

struct PhraseBook {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> invented;  ///< from … to, by name
  std::map<std::string, std::vector<Sentence>> groups;
  std::vector<Mistake> mistakes;
};

/// What is in the two files, read once.
const PhraseBook& phrase_book();

/// A number for each name that the book declares.
std::map<std::string, std::int64_t> invented_numbers(Random random);

/// How one author writes numbers.
struct NumberStyle {
  std::string thousands;
  bool blanks = false;  ///< "收到 35 件"
  bool full_width = false;
  unsigned words = 0;  ///< percent of small numbers that are written in words: "三件"
};

NumberStyle draw_number_style(Random& random);

/// What is to be changed in a filled text.
enum class Alteration : std::uint8_t { none, figure, percentage };

struct Filled {
  std::string text;  ///< empty: it cannot be said of this report
  std::string what;  ///< with an alteration: which figure, what it was, what it is now
};

/// `text` with its choices made and its slots filled. Altered, one of its figures (or percentages) is another number,
/// which no reading of the tables gives, between marks; empty where it has none that an auditor would compare.
Filled filled(const Facts& facts, std::string_view text, const NumberStyle& style, Random& random,
              Alteration alteration = Alteration::none);

/// `text` with its choices made ([a|b]) and its words filled in ({organ}, {year}); whatever else stands in brackets or
/// braces stays as it is. For texts of writers who do not know the figures.
std::string filled_words(const Facts& facts, std::string_view text, Random& random);

}  // namespace gialint::generator
