#pragma once

#include <string>
#include <vector>

#include "engine/readers/reader.hpp"
#include "engine/tables/form_sequence.hpp"
#include "engine/tables/page_numbers.hpp"
#include "engine/tables/tokens.hpp"
#include "tests/support/forms.hpp"

namespace gialint::test {

/// The form in force.
inline const FormSequence& current_form() {
  static const FormSequence form(editions().back());
  return form;
}

/// A text as tokens, with what they are read from.
struct TokenText {
  explicit TokenText(const std::string& text)
      : source(source_text(text)),
        blocks(read_blocks(source, Format::plain)),
        tokens(read_tokens(blocks, 0, blocks.size(), find_page_numbers(blocks, editions().back()), current_form())
                   .tokens) {}

  SourceText source;
  std::vector<Block> blocks;
  std::vector<Token> tokens;
};

/// The index of one of its tables.
inline std::size_t table_number(const std::string& id) {
  const std::vector<FormTable>& tables = current_form().edition().tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].id == id) return i;
  }
  throw std::runtime_error("no table " + id);
}

/// The element that prints `wording`.
inline const FormElement& element(const std::string& table, const std::string& wording) {
  for (const FormElement& each : current_form().elements(table_number(table))) {
    if (!each.wordings.empty() && each.wordings.front().text == wording) return each;
  }
  throw std::runtime_error("no element " + wording);
}

}  // namespace gialint::test
