#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/office_fault.hpp"
#include "engine/office/zip_archive.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What a file is by its first bytes. Only WordPackage::open() knows whether an archive is a Word document.
enum class OfficeFile : std::uint8_t {
  none,      ///< none of these: text, or something that is not of an office
  archive,   ///< ZIP: .docx, .xlsx, .odt, .ofd
  compound,  ///< Microsoft's compound file: .doc, .wps, .xls, or any document with a password
  rich_text  ///< .rtf
};

OfficeFile office_file(std::string_view bytes);

/// The folder of a part with its slash; empty for one that stands in none.
std::string_view folder_of(std::string_view part);

/// What a compound file holds, by the names in its directory: old_word, spreadsheet, presentation or encrypted.
OfficeFault compound_kind(std::string_view bytes);

/// One relationship of a part to another (ISO/IEC 29500-2, 6.5).
struct Relationship {
  std::string id;
  std::string type;    ///< the last part of its URI: "officeDocument", "styles", "comments"
  std::string target;  ///< the name of the part, "word/styles.xml"; for an external target its URI as written
  bool external = false;
};

/// A Word document as a package of parts: .docx, .docm and the templates .dotx and .dotm, Transitional or Strict. It
/// keeps a view: the bytes must outlive it.
class WordPackage {
 public:
  /// Fails for what is no Word document, telling what it is instead, and for one that is damaged or encrypted.
  static Result<WordPackage> open(std::string_view bytes, const ZipLimits& limits = {});

  [[nodiscard]] const ZipArchive& archive() const { return archive_; }
  /// The name of the part that holds the text, as the archive has it: "word/document.xml".
  [[nodiscard]] const std::string& main_part() const { return main_part_; }
  /// The relationships of the main part.
  [[nodiscard]] const std::vector<Relationship>& relationships() const { return relationships_; }
  /// The name of the part that the main part has that relationship to; empty when there is none.
  [[nodiscard]] std::string related(std::string_view type) const;
  /// Whether it carries a digital signature.
  [[nodiscard]] bool is_signed() const { return is_signed_; }

  /// The XML part called `name` as UTF-8, whatever Unicode encoding it has in the file.
  [[nodiscard]] Result<std::string> xml(std::string_view name) const;

 private:
  explicit WordPackage(ZipArchive archive) : archive_(std::move(archive)) {}

  ZipArchive archive_;
  std::string main_part_;
  std::vector<Relationship> relationships_;
  bool is_signed_ = false;
};

/// The name of the part that holds the relationships of `part`: "word/_rels/document.xml.rels". Those of the package
/// as a whole belong to the part "".
std::string relationships_part(std::string_view part);

/// The relationships in `xml`, a .rels part of the part `source`.
std::vector<Relationship> read_relationships(std::string_view xml, std::string_view source);

/// The content type that `xml`, [Content_Types].xml, gives the part `name`; empty when it gives none.
std::string content_type(std::string_view xml, std::string_view name);

/// `bytes` as UTF-8: UTF-16 is told by its byte order mark or its first character, all else is taken as it is.
std::string xml_as_utf8(std::string bytes);

}  // namespace gialint
