#include "engine/office/word_document.hpp"

#include <utility>

#include "engine/office/numbering.hpp"
#include "engine/office/office_fault.hpp"
#include "engine/office/word_drawing.hpp"
#include "engine/office/word_reader.hpp"
#include "engine/office/word_styles.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

/// The part that the main part has that relationship to; empty when there is none.
Result<std::string> related_xml(const WordPackage& package, std::string_view type) {
  const std::string name = package.related(type);
  if (name.empty()) return std::string();
  return package.xml(name);
}

/// Whether anything is drawn but pictures.
bool has_text(const DrawnDocument& document) {
  std::string_view text = document.text;
  for (std::size_t at = text.find(picture_mark); at != std::string_view::npos; at = text.find(picture_mark)) {
    if (!trim(text.substr(0, at)).empty()) return true;
    text.remove_prefix(at + picture_mark.size());
  }
  return !trim(text).empty();
}

}  // namespace

Result<WordDocument> read_word_document(std::string_view bytes, const ZipLimits& limits) {
  const Result<WordPackage> package = WordPackage::open(bytes, limits);
  if (!package.ok()) return package.failure();
  Result<std::string> xml = package->xml(package->main_part());
  if (!xml.ok()) return xml.failure();
  const Result<std::string> styles_xml = related_xml(*package, "styles");
  if (!styles_xml.ok()) return styles_xml.failure();
  const Result<std::string> numbering_xml = related_xml(*package, "numbering");
  if (!numbering_xml.ok()) return numbering_xml.failure();

  WordDocument document;
  document.xml = std::move(*xml);
  const WordStyles styles = WordStyles::read(*styles_xml);
  Result<Story> story = read_story(document.xml, styles, package->main_part());
  if (!story.ok()) return story.failure();
  document.drawn = draw_story(std::move(*story), styles, Numbering::read(*numbering_xml));
  if (!has_text(document.drawn)) return office_failure(OfficeFault::no_text);
  return document;
}

}  // namespace gialint
