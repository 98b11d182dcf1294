#include "engine/cli/console/locale_language.hpp"

#include <cstdlib>
#include <string_view>

namespace gialint {

Language locale_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const std::string_view language = locale.substr(0, locale.find_first_of("_.@-"));
    return language == "en" ? Language::en : Language::zh;
  }
  return Language::zh;
}

}  // namespace gialint
