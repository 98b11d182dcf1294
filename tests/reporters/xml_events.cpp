#include "tests/reporters/xml_events.hpp"

#include <cstddef>
#include <memory>
#include <utility>

#include <expat.h>

namespace gialint {
namespace {

struct Reading {
  XmlDocument document;
  std::vector<std::size_t> open;  ///< numbers of the elements that have begun and not ended
};

void begin_element(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  XmlElement element;
  element.name = name;
  for (; *attributes != nullptr; attributes += 2) element.attributes[attributes[0]] = attributes[1];
  reading.open.push_back(reading.document.elements.size());
  reading.document.elements.push_back(std::move(element));
}

void end_element(void* data, const XML_Char* /*name*/) { static_cast<Reading*>(data)->open.pop_back(); }

void add_text(void* data, const XML_Char* text, int size) {
  auto& reading = *static_cast<Reading*>(data);
  for (const std::size_t number : reading.open)
    reading.document.elements[number].text.append(text, static_cast<std::size_t>(size));
}

}  // namespace

std::vector<XmlElement> XmlDocument::named(std::string_view name) const {
  std::vector<XmlElement> found;
  for (const XmlElement& element : elements) {
    if (element.name == name) found.push_back(element);
  }
  return found;
}

XmlDocument read_xml(std::string_view document) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  Reading reading;
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), begin_element, end_element);
  XML_SetCharacterDataHandler(parser.get(), add_text);
  const auto size = static_cast<int>(document.size());
  reading.document.well_formed = XML_Parse(parser.get(), document.data(), size, XML_TRUE) == XML_STATUS_OK;
  if (!reading.document.well_formed) {
    reading.document.error = "line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ": " +
                             XML_ErrorString(XML_GetErrorCode(parser.get()));
  }
  return std::move(reading.document);
}

}  // namespace gialint
