#pragma once

#include <string>
#include <vector>

#include "engine/text/source_text.hpp"

namespace gialint {

/// For each line, from 1 (element 0 is empty), GitHub's fingerprint of a line: a rolling hash of its first 100 UTF-16
/// units that are neither space nor tab, running on into the lines below, and the ordinal among equal hashes:
/// "1ca64ecf5b68dd2b:1". Lines end as LineIndex has them.
///
/// Empty when GitHub, which reads every file as UTF-8, would hash other text than ours.
std::vector<std::string> line_hashes(const SourceText& source);

}  // namespace gialint
