#include "engine/diagnostics/rule_info.hpp"

#include "engine/text/ascii.hpp"

namespace gialint {

std::string pascal_case(std::string_view rule_id) {
  std::string name;
  bool word_starts = true;
  for (const char c : rule_id) {
    if (c == '/' || c == '-' || c == '_' || c == '.') {
      word_starts = true;
      continue;
    }
    name += word_starts ? ascii_upper(c) : c;
    word_starts = false;
  }
  return name;
}

}  // namespace gialint
