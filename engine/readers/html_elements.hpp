#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// What the standard's tree construction makes of an element.
namespace html {
enum Trait : unsigned {
  empty_element = 1U << 0U,  // has no end tag and no content
  special = 1U << 1U,        // no end tag of an inline element reaches beyond it
  scope = 1U << 2U,          // no end tag of a block reaches beyond it
  formatting = 1U << 3U,     // opened again wherever a block closed it
  closes_paragraph = 1U << 4U,
  leaves_foreign = 1U << 5U,  // its start tag ends <svg> and <math>
  marker = 1U << 6U,          // formatting elements opened inside it end with it
  block = 1U << 7U,           // looks_like_html() counts it
};
}  // namespace html

/// The traits of the element called `lower`, which is lower-case; 0 when the standard has none of that name.
unsigned html_traits(std::string_view lower);

/// `name` equals `lower`, which is lower-case, in any case.
bool is_tag(std::string_view name, std::string_view lower);

/// A tag's name in lower case.
std::string lower_name(std::string_view name);

/// Whether the element called `name` (any case) holds text alone: script, style, title, textarea and the like.
bool holds_raw_text(std::string_view name);

}  // namespace gialint
