#pragma once

#include <string>

namespace gialint {

/// The languages in which gialint speaks.
enum class Language { zh, en };

/// The same words in both languages.
struct Bilingual {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
  friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

}  // namespace gialint
