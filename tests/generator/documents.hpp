#pragma once

#include <string>

#include "tests/generator/damage.hpp"
#include "tests/generator/generate.hpp"
#include "tests/generator/page.hpp"

namespace gialint::generator {

/// A report for programs that convert documents: the draft in the style of `draw_page_style`, and its page.
struct Document {
  Draft draft;
  Page page;
  const DamageInfo* damage = nullptr;  ///< null: nothing is wrong with it
  std::string what;                    ///< … else what, in words
};

Document make_document(std::uint64_t seed);
Document make_damaged_document(std::uint64_t seed, Damage damage);

/// Writes document-SEED.docx and .html (-SEED-DAMAGE when it is damaged), the same report twice, and their cells in
/// document-SEED.cells; places are those in the HTML. Behind the words for the report, a remark "expects SEVERITY
/// RULE…" names the rules of which one has to speak at that severity or above; a name that ends in "/" is a category's.
void write_document(const std::string& folder, const Document& document);

}  // namespace gialint::generator
