#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/office/xml_reader.hpp"

namespace gialint {

/// The events of a WordprocessingML part with the alternatives of markup compatibility (ISO/IEC 29500-3) decided: of
/// <mc:AlternateContent> the content of the first choice that Word 2010 understands appears in its place, else that of
/// the fallback. So a text box, which stands in a file twice, is read once.
class WordEvents {
 public:
  explicit WordEvents(std::string_view xml) : reader_(xml) {}

  /// The next event; null at the end, or where the part is broken.
  const XmlEvent* next();

  /// To be called after the start of an element, and then until it gives null: the start of its next child. What is
  /// not read of a child must be skipped. Null at the element's end; end() has that event's bytes.
  const XmlEvent* next_child();

  /// The same for all that the element holds, however deep: `depth` is 0 for the first call and the reader's own. Who
  /// reads an element that begun here to its end takes one off `depth`.
  const XmlEvent* next_inside(std::size_t& depth);

  /// The bytes of the end tag that next_child(), next_inside() or skip_element() came upon last; those of the start tag
  /// for an empty element.
  [[nodiscard]] Span end() const { return end_; }

  /// To be called after the start of an element: passes over all that it holds, and its end.
  void skip_element();

  [[nodiscard]] std::optional<OfficeFault> fault() const { return reader_.fault(); }

 private:
  XmlReader reader_;
  std::vector<bool> chosen_;  // of the alternatives that are open: whether one was taken
  Span end_;
};

/// The attribute `name` of a WordprocessingML element: in its namespace, or in none as some writers have it.
std::string_view word_attribute(const XmlEvent& event, std::string_view name);

/// The attribute "val".
std::string_view word_value(const XmlEvent& event);

/// What a property such as <w:vanish/> says: on, unless its value is "0", "false" or "off".
bool word_flag(const XmlEvent& event);

/// A number as attributes hold it: "12", "-3"; empty for anything else.
std::optional<int> word_integer(std::string_view value);

}  // namespace gialint
