#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gialint {

struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  ///< all of it, of the elements inside too
};

/// What an XML parser (Expat) makes of a document.
struct XmlDocument {
  bool well_formed = false;
  std::string error;                 ///< else where and why not
  std::vector<XmlElement> elements;  ///< in the order in which they begin

  [[nodiscard]] std::vector<XmlElement> named(std::string_view name) const;
};

XmlDocument read_xml(std::string_view document);

}  // namespace gialint
