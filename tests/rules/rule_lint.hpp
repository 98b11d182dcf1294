#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "engine/lint/lint.hpp"
#include "engine/packs/own_rules.hpp"

namespace gialint::test {

/// The rules, editions and lexicon of the checkout, read once.
inline std::shared_ptr<const Pack> project_pack() {
  static const std::shared_ptr<const Pack> pack = [] {
    Result<std::shared_ptr<const Pack>> loaded = load_pack(std::string(GIALINT_SOURCE_DIR) + "/rules");
    if (!loaded) throw std::runtime_error(to_string(loaded.failure(), Language::zh));
    return *loaded;
  }();
  return pack;
}

/// Every rule, the engine's own too, with its default settings.
inline LintOptions all_rules() {
  LintOptions options;
  for (const std::string& id : project_pack()->rules->ids()) options.rules[id];
  for (const RuleInfo& rule : engine_rules()) options.rules[rule.id];
  return options;
}

inline std::shared_ptr<const SourceText> source_of(std::string path, std::string bytes,
                                                   std::optional<Encoding> encoding = std::nullopt) {
  Result<SourceText> source = SourceText::from_bytes(std::move(path), std::move(bytes), encoding);
  if (!source) throw std::runtime_error(to_string(source.failure(), Language::zh));
  return std::make_shared<const SourceText>(*std::move(source));
}

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// GIALINT_UPDATE=1: the expectations beside whole reports are written instead of compared.
inline bool updating() {
  const char* const value = std::getenv("GIALINT_UPDATE");
  return value != nullptr && std::string(value) == "1";
}

}  // namespace gialint::test
