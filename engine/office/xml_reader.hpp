#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/office/office_fault.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// The namespaces of a Word document's parts. Transitional and Strict (ISO/IEC 29500-1 and -4) count as the same.
enum class XmlSpace : std::uint8_t {
  none,           ///< names without a namespace: most attributes
  word,           ///< wordprocessingml/main: w
  relationships,  ///< officeDocument/relationships: r, the attributes that name other parts
  package,        ///< package/relationships: the elements of a .rels part
  content_types,  ///< package/content-types
  compatibility,  ///< markup-compatibility: mc
  math,           ///< officeDocument/math: m
  drawing,        ///< DrawingML and VML of every kind
  word_2010,      ///< microsoft.com/office/word/2010/wordml: w14
  word_2012,      ///< microsoft.com/office/word/2012/wordml: w15
  word_2016,      ///< …/word/2016/wordml/cid and …/word/2018/wordml/cex: ids of comments
  word_shape,     ///< …/word/2010/wordprocessingShape, -Group, -Canvas: shapes with text
  xml,            ///< xml:space
  other,
};

/// The namespace called `uri`.
XmlSpace xml_space(std::string_view uri);

struct XmlAttribute {
  XmlSpace space = XmlSpace::none;
  std::string_view name;   ///< local
  std::string_view value;  ///< decoded
};

enum class XmlKind : std::uint8_t { start, end, text };

/// What comes next in a part. Its views hold until the next event is asked for.
struct XmlEvent {
  XmlKind kind = XmlKind::text;
  XmlSpace space = XmlSpace::none;  ///< of an element
  std::string_view name;            ///< of an element, local
  std::string_view text;            ///< decoded: a reference is its character, a line end is "\n"
  Span bytes;                       ///< of the tag or the text in the part; an empty element's two events share its tag
  std::vector<XmlAttribute> attributes;  ///< of a start

  [[nodiscard]] bool is(XmlSpace wanted, std::string_view local) const { return space == wanted && name == local; }

  /// The attribute's value; `otherwise` when there is none.
  [[nodiscard]] std::string_view attribute(XmlSpace wanted, std::string_view local,
                                           std::string_view otherwise = {}) const;
};

/// Reads an XML part event by event, and knows which bytes each stands on, so that a writer can go back to them.
///
/// The part is UTF-8 (engine/office/package.hpp sees to that), shorter than 4 GiB, and must outlive the reader. No
/// document type is taken, so there are no entities but the five of XML, and nothing that grows when it is read.
class XmlReader {
 public:
  /// Elements nested deeper end the reading. Word documents stay below fifty.
  static constexpr std::size_t most_depth = 400;

  explicit XmlReader(std::string_view xml);
  ~XmlReader();
  XmlReader(XmlReader&&) noexcept;
  XmlReader& operator=(XmlReader&&) noexcept;

  /// The next event; null at the end, or where the part is broken.
  const XmlEvent* next();

  /// To be called after the start of an element: passes over all that it holds, and its end.
  void skip_element();

  /// What ended the reading before its end.
  [[nodiscard]] std::optional<OfficeFault> fault() const;

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace gialint
