#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "engine/report/report.hpp"
#include "tests/support/forms.hpp"

namespace gialint::test {

/// The project's own editions and lexicon.
inline const Forms& forms() {
  static const Forms all = [] {
    Forms read;
    read.editions = editions();
    for (const std::string path :
         {"rules/lexicon/measures.toml", "rules/lexicon/organs.toml", "rules/lexicon/common-text.toml",
          "rules/lexicon/words.toml", "rules/lexicon/rows.toml"}) {
      Result<Lexicon> lexicon = read_lexicon(read_project_file(path), path, std::move(read.lexicon));
      if (!lexicon) throw std::runtime_error(to_string(lexicon.failure(), Language::zh));
      read.lexicon = std::move(*lexicon);
    }
    return read;
  }();
  return all;
}

inline Report read_report(std::string text) {
  static const ReportReader reader(forms());
  Result<SourceText> source = SourceText::from_bytes("test.txt", std::move(text));
  if (!source) throw std::runtime_error(to_string(source.failure(), Language::zh));
  return reader.read(std::make_shared<const SourceText>(std::move(*source)));
}

}  // namespace gialint::test
