#include "engine/config/config_fields.hpp"

namespace gialint {

std::vector<std::string> words_of(const ConfigField& field) {
  std::vector<std::string> words;
  for (const std::string_view word : field.words) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace gialint
