#pragma once

#include <cstdint>
#include <optional>

#include "engine/readers/reader.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// How the files of a run are read.
struct ReadOptions {
  std::optional<Format> format;                             ///< --input-format; else detected
  std::optional<Encoding> encoding;                         ///< --encoding; else detected
  std::uint64_t max_bytes = SourceText::default_max_bytes;  ///< of one file
};

}  // namespace gialint
