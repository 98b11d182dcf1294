#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "engine/forms/edition.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint::testing {

inline std::string read_source_file(const std::string& path) {
  std::ifstream in(std::string(GIALINT_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The lexicon that the program ships.
inline const Lexicon& national_lexicon() {
  static const Lexicon lexicon = [] {
    Result<Lexicon> read = read_lexicon(read_source_file("rules/lexicon/measures.toml"), "measures.toml");
    if (!read.ok()) throw std::runtime_error(to_string(read.failure()));
    return std::move(*read);
  }();
  return lexicon;
}

inline Edition edition(const std::string& id) {
  Result<Edition> read = read_edition(read_source_file("rules/editions/" + id + ".toml"), id + ".toml");
  if (!read.ok()) throw std::runtime_error(to_string(read.failure()));
  return std::move(*read);
}

}  // namespace gialint::testing
