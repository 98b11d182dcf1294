#include "engine/cli/console/option_value.hpp"

#include "engine/json/json_writer.hpp"

namespace gialint {

std::string to_toml(const OptionValue& value) {
  if (const bool* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
  if (const std::int64_t* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  std::string text;
  // A basic string of TOML takes the same escapes as one of JSON.
  if (const std::string* single = std::get_if<std::string>(&value)) {
    append_json_string(text, *single);
    return text;
  }
  for (const std::string& item : std::get<std::vector<std::string>>(value)) {
    text += text.empty() ? "[" : ", ";
    append_json_string(text, item);
  }
  return text.empty() ? "[]" : text + "]";
}

}  // namespace gialint
