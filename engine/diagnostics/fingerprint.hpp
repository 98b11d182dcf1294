#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Names the diagnostics of one file so that a later run finds them again: by what they say of which place of the
/// model, not by line, layout, encoding or number, so that re-wrapping the file or correcting a number makes nothing
/// new. In prose, where many things stand in one place, the words that are marked belong to the name. It says nothing
/// of the file either, which may be moved.
class Fingerprints {
 public:
  /// 32 hexadecimal digits: the start of SHA-256(rule, place, message id, words and how many equal ones came before,
  /// divided by zero bytes). Call once per diagnostic, in reading order.
  std::string next(const SourceText& source, const Diagnostic& diagnostic);

 private:
  std::map<std::string, int> seen_;
};

/// Sets Diagnostic::fingerprint of all diagnostics of one file, which stand in reading order.
void set_fingerprints(const SourceText& source, std::vector<Diagnostic>& diagnostics);

}  // namespace gialint
