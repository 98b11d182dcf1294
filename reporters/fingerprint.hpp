#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Names the diagnostics of one file so that a later run finds them again: by what they say of which place of the
/// model, not by line or wording, so that re-wrapping the file or correcting a number makes nothing new.
class Fingerprints {
 public:
  /// 32 hexadecimal digits: the start of SHA-256(rule, place, message id and how many equal ones came before,
  /// divided by zero bytes). Call once per diagnostic, in reading order.
  std::string next(const Diagnostic& diagnostic);

 private:
  std::map<std::string, int> seen_;
};

/// For each line, from 1 (element 0 is empty), GitHub's fingerprint of a line: a rolling hash of its first 100 UTF-16
/// units that are neither space nor tab, running on into the lines below, and the ordinal among equal hashes:
/// "1ca64ecf5b68dd2b:1". Lines end as LineIndex has them.
///
/// Empty when GitHub, which takes every file for UTF-8, would hash something else than we can see.
std::vector<std::string> line_hashes(const SourceText& source);

}  // namespace gialint
