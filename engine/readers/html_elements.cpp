#include "engine/readers/html_elements.hpp"

#include <algorithm>
#include <array>

#include "engine/readers/ascii.hpp"

namespace gialint {
namespace {

using namespace html;

struct ElementKind {
  std::string_view name;
  unsigned traits;
};

constexpr unsigned plain_block = special | closes_paragraph | block;

/// Sorted by name. https://html.spec.whatwg.org/multipage/parsing.html, as gumbo 0.10 has it.
constexpr std::array<ElementKind, 97> element_kinds = {{
    {"a", formatting},
    {"address", plain_block},
    {"applet", special | scope | marker},
    {"area", special | empty_element},
    {"article", plain_block},
    {"aside", plain_block},
    {"b", formatting | leaves_foreign},
    {"base", special | empty_element},
    {"basefont", special | empty_element},
    {"bgsound", special | empty_element},
    {"big", formatting | leaves_foreign},
    {"blockquote", plain_block | leaves_foreign},
    {"body", special | leaves_foreign | block},
    {"br", special | empty_element | leaves_foreign},
    {"button", special},
    {"caption", special | scope | marker},
    {"center", plain_block | leaves_foreign},
    {"code", formatting | leaves_foreign},
    {"col", special | empty_element},
    {"colgroup", special},
    {"dd", plain_block | leaves_foreign},
    {"details", plain_block},
    {"dir", plain_block},
    {"div", plain_block | leaves_foreign},
    {"dl", plain_block | leaves_foreign},
    {"dt", plain_block | leaves_foreign},
    {"em", formatting | leaves_foreign},
    {"embed", special | empty_element | leaves_foreign},
    {"fieldset", plain_block},
    {"figcaption", plain_block},
    {"figure", plain_block},
    {"font", formatting},
    {"footer", plain_block},
    {"form", special | closes_paragraph},
    {"frame", special | empty_element},
    {"frameset", special},
    {"h1", plain_block | leaves_foreign},
    {"h2", plain_block | leaves_foreign},
    {"h3", plain_block | leaves_foreign},
    {"h4", plain_block | leaves_foreign},
    {"h5", plain_block | leaves_foreign},
    {"h6", plain_block | leaves_foreign},
    {"head", special | leaves_foreign},
    {"header", plain_block},
    {"hgroup", plain_block},
    {"hr", special | empty_element | leaves_foreign},
    {"html", special | scope},
    {"i", formatting | leaves_foreign},
    {"iframe", special},
    {"img", special | empty_element | leaves_foreign},
    {"input", special | empty_element},
    {"li", plain_block | leaves_foreign},
    {"link", special | empty_element},
    {"listing", plain_block | leaves_foreign},
    {"main", plain_block},
    {"marquee", special | scope | marker},
    {"menu", plain_block | leaves_foreign},
    {"meta", special | empty_element | leaves_foreign},
    {"nav", plain_block},
    {"nobr", formatting | leaves_foreign},
    {"noembed", special},
    {"noframes", special},
    {"noscript", special},
    {"object", special | scope | marker},
    {"ol", plain_block | leaves_foreign},
    {"p", plain_block | leaves_foreign},
    {"param", special | empty_element},
    {"pre", plain_block | leaves_foreign},
    {"ruby", leaves_foreign},
    {"s", formatting | leaves_foreign},
    {"script", special},
    {"section", plain_block},
    {"select", special},
    {"small", formatting | leaves_foreign},
    {"source", special | empty_element},
    {"span", leaves_foreign},
    {"strike", formatting | leaves_foreign},
    {"strong", formatting | leaves_foreign},
    {"style", special},
    {"sub", leaves_foreign},
    {"summary", plain_block},
    {"sup", leaves_foreign},
    {"table", special | scope | leaves_foreign | block},
    {"tbody", special},
    {"td", special | scope | marker | block},
    {"template", special | scope | marker},
    {"textarea", special},
    {"tfoot", special},
    {"th", special | scope | marker | block},
    {"thead", special},
    {"title", special},
    {"tr", special},
    {"tt", formatting | leaves_foreign},
    {"u", formatting | leaves_foreign},
    {"ul", plain_block | leaves_foreign},
    {"var", leaves_foreign},
    {"wbr", special | empty_element},
}};

constexpr std::array<std::string_view, 9> raw_elements = {"iframe", "noembed",  "noframes", "plaintext", "script",
                                                          "style",  "textarea", "title",    "xmp"};

}  // namespace

unsigned html_traits(std::string_view lower) {
  const auto* const found =
      std::lower_bound(element_kinds.begin(), element_kinds.end(), lower,
                       [](const ElementKind& kind, std::string_view name) { return kind.name < name; });
  return found != element_kinds.end() && found->name == lower ? found->traits : 0;
}

bool is_tag(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) { return to_ascii_lower(a) == b; });
}

std::string lower_name(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_ascii_lower);
  return lower;
}

bool holds_raw_text(std::string_view name) {
  return std::any_of(raw_elements.begin(), raw_elements.end(),
                     [&](std::string_view each) { return is_tag(name, each); });
}

}  // namespace gialint
