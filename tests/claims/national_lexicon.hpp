#pragma once

#include <stdexcept>
#include <string>

#include "engine/forms/edition.hpp"
#include "engine/forms/lexicon.hpp"
#include "tests/support/forms.hpp"

namespace gialint::testing {

/// The lexicon that the program ships.
inline const Lexicon& national_lexicon() {
  static const Lexicon lexicon = [] {
    Lexicon all;
    for (const std::string file : {"measures.toml", "words.toml", "rows.toml"}) {
      Result<Lexicon> read = read_lexicon(test::read_project_file("rules/lexicon/" + file), file, std::move(all));
      if (!read.ok()) throw std::runtime_error(to_string(read.failure(), Language::zh));
      all = std::move(*read);
    }
    return all;
  }();
  return lexicon;
}

inline Edition edition(const std::string& id) {
  Result<Edition> read = test::read_edition(test::read_project_file("rules/editions/" + id + ".toml"), id + ".toml");
  if (!read.ok()) throw std::runtime_error(to_string(read.failure(), Language::zh));
  return std::move(*read);
}

}  // namespace gialint::testing
