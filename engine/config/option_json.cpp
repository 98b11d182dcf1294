#include "engine/config/option_json.hpp"

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace gialint {

void write_option(JsonWriter& json, const OptionValue& value) {
  std::visit(
      [&](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::string>>) {
          json.begin_array();
          for (const std::string& item : held) json.value(item);
          json.end_array();
        } else {
          json.value(held);
        }
      },
      value);
}

}  // namespace gialint
