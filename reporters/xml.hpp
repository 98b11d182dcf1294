#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// `text` for between tags or an attribute, well-formed XML 1.0 whatever its bytes: what XML cannot express (controls,
/// stray bytes) becomes U+FFFD. Line ends and tabs become references, which attributes preserve.
std::string xml_text(std::string_view text);

/// ` name="value"`, with the blank before it.
std::string xml_attribute(std::string_view name, std::string_view value);

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace gialint
