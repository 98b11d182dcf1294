#pragma once

#include <string>
#include <string_view>

#include "engine/office/drawn_document.hpp"
#include "engine/office/word_package.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A Word document that was read: what it is drawn as, and what its bytes are.
struct WordDocument {
  DrawnDocument drawn;
  std::string xml;  ///< the main part, UTF-8, which the places in `drawn` are bytes of
};

/// Reads the document in `bytes`, whatever its file is called. Fails, for a user to read, when it is none, or is
/// damaged, encrypted, larger than a report can be, or holds no text.
Result<WordDocument> read_word_document(std::string_view bytes, const ZipLimits& limits = {});

}  // namespace gialint
