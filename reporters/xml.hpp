#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// `text` between tags or in an attribute, well-formed XML 1.0 whatever its bytes: what XML has no way to write
/// (controls, stray bytes) becomes U+FFFD. Line ends and tabs are written as references, which attributes keep.
std::string xml_text(std::string_view text);

/// ` name="value"`, with the blank before it.
std::string xml_attribute(std::string_view name, std::string_view value);

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace gialint
