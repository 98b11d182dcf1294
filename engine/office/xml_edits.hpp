#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/span.hpp"

namespace gialint {

/// Changes to the bytes of an XML part, collected in any order and made at once, so that every place stays one of the
/// part as it was read. What is put in at one place stays in the order of the calls; what is taken out must not
/// overlap.
class XmlEdits {
 public:
  void insert(std::uint32_t at, std::string_view text) { edits_[at].text += text; }
  void erase(Span span) {
    Edit& edit = edits_[span.begin];
    if (edit.end < span.end) edit.end = span.end;
  }
  [[nodiscard]] bool empty() const { return edits_.empty(); }

  [[nodiscard]] std::string applied(std::string_view xml) const;

 private:
  struct Edit {
    std::string text;       ///< put in before what is taken out
    std::uint32_t end = 0;  ///< of what is taken out; 0: nothing
  };
  std::map<std::uint32_t, Edit> edits_;
};

/// The name, with its prefix, of the tag that begins at byte `at`: "w:p" of "<w:p>" and of "</w:p>".
std::string_view tag_name(std::string_view xml, std::uint32_t at);

/// Where the tag that begins at byte `at` ends, its ">" included; a ">" in an attribute's value ends nothing.
std::uint32_t tag_end(std::string_view xml, std::uint32_t at);

/// The prefix of a tag's name with its colon: "w:"; empty when it has none.
std::string_view tag_prefix(std::string_view name);

/// `text` with the characters escaped that mean something in XML, and without those that it cannot hold.
std::string xml_escaped(std::string_view text);

/// Puts `elements` in at the end of the root element of `xml`, which is opened for them when it is empty. False when
/// there is no root.
bool append_to_root(std::string& xml, std::string_view elements);

/// The name of the root element; empty when there is none.
std::string_view root_name(std::string_view xml);

}  // namespace gialint
