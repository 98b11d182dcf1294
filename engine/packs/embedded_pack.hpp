#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gialint {

/// A file of rules/ as it was when the binary was built: its path there, its bytes, and PackFile::compiled.
struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
  std::string_view compiled;
};

/// Rules, editions, lexicon, name tables and presets, by path.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace gialint
