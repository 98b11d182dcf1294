#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// Names the diagnostics of one file so that a later run recognises them: by what they say of which place of the model.
/// Line, layout, encoding and numbers do not count, so re-wrapping the file or correcting a number makes nothing new;
/// nor does the file, which may be moved. In prose, where one place holds many things, the marked words count too.
class Fingerprints {
 public:
  /// 32 hexadecimal digits: the start of SHA-256(rule, place, message id, words and how many equal ones came before,
  /// divided by zero bytes). Call once per diagnostic, in reading order.
  std::string next(const SourceText& source, const Diagnostic& diagnostic);

 private:
  std::map<std::string, int> seen_;
};

/// Sets Diagnostic::fingerprint of all diagnostics of one file, which are in reading order.
void set_fingerprints(const SourceText& source, std::vector<Diagnostic>& diagnostics);

}  // namespace gialint
