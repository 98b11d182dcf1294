#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/generator/damage.hpp"
#include "tests/generator/generate.hpp"
#include "tests/generator/phrase_book.hpp"

namespace gialint::generator {

/// Mistakes outside the tables' form: in headings, sentences and figures. The catalogue's table damages are in
/// damage.hpp.

/// One kind of mistake, and how it comes into a report.
struct MistakeKind {
  std::string name;  ///< "received-12-figure": its group and number there
  Mistake mistake;
  Alteration alteration = Alteration::none;  ///< of a sentence that is true otherwise
  bool alone = false;                        ///< it denies what else would stand under the same heading
};

/// Those of mistakes.toml; of the phrase book's sentences, each with a figure altered, with a percentage altered, and
/// where it is not true.
std::vector<MistakeKind> mistake_kinds();

/// A report with one mistake.
struct MistakenReport {
  Draft draft;
  GeneratedReport report;
  std::string what;          ///< in words
  std::vector<Span> places;  ///< the diagnostic stands at one of them, or names it beside its own place
};

/// The report of `recipe`, or of the next one of which the mistake can be made. Empty when there is none among some
/// hundreds.
std::optional<MistakenReport> make_mistaken(const MistakeKind& kind, const Recipe& recipe);

/// Reported, and nothing besides. A sentence that is not true may deny several figures, and each is reported.
bool is_right(const MistakeKind& kind, const Verdict& verdict);

Verdict judge(const MistakeKind& kind, const MistakenReport& mistaken, const FileResult& result);

}  // namespace gialint::generator
