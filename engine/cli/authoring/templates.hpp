#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/text/language.hpp"

namespace gialint {

/// A file that `gialint new` writes: "@name@" and the like in it stand for what is filled in.
struct RuleTemplate {
  Bilingual rule;
  Bilingual cases;
};

/// The first rule of a category: rules that compare with last year, and those about all reports, look otherwise.
const RuleTemplate& rule_template(std::string_view category);

struct PluginTemplate {
  Bilingual head;      ///< plugin.toml
  std::string readme;  ///< in both languages
};

const PluginTemplate& plugin_template();

/// `text` with each "@key@" replaced by its value.
std::string filled(std::string text, const std::map<std::string, std::string>& values);

}  // namespace gialint
