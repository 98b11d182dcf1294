#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/forms/edition.hpp"
#include "engine/text/source_text.hpp"
#include "engine/toml/document.hpp"

namespace gialint::test {

/// The bytes of a file of the checkout; `path` is relative to its root.
inline std::string read_project_file(const std::string& path) {
  std::ifstream file(std::string(GIALINT_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// An edition that stands in one file.
inline Result<Edition> read_edition(const std::string& toml, const std::string& file_name) {
  Result<TomlTable> root = parse_toml(toml, file_name);
  if (!root) return root.failure();
  Result<std::vector<Edition>> editions = read_editions({{file_name, *std::move(root)}});
  if (!editions) return editions.failure();
  return std::move(editions->front());
}

/// The project's own editions, by first report year. Read once: they outlive every report that tests make.
inline const std::vector<Edition>& editions() {
  static const std::vector<Edition> all = [] {
    std::vector<Edition> read;
    for (const char* const id : {"2019", "2021"}) {
      const std::string path = std::string("rules/editions/") + id + ".toml";
      Result<Edition> edition = read_edition(read_project_file(path), path);
      if (!edition) throw std::runtime_error(to_string(edition.failure(), Language::zh));
      read.push_back(std::move(*edition));
    }
    return read;
  }();
  return all;
}

inline SourceText source_text(std::string text) {
  Result<SourceText> source = SourceText::from_bytes("test.txt", std::move(text));
  if (!source) throw std::runtime_error(to_string(source.failure(), Language::zh));
  return std::move(*source);
}

}  // namespace gialint::test
