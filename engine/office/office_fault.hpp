#pragma once

#include <cstdint>
#include <string_view>

#include "engine/text/result.hpp"

namespace gialint {

/// Why a file that a word processor or another office program wrote cannot be read or written.
enum class OfficeFault : std::uint8_t {
  damaged_archive,    ///< no ZIP archive, or one that is cut off, contradicts itself or was put together to deceive
  encrypted,          ///< needs a password
  too_large,          ///< a part of it would take more memory than any report does
  damaged_part,       ///< an XML part is not well-formed
  forbidden_doctype,  ///< an XML part declares a document type, as no office program does
  too_deep,           ///< elements nested as deep as no document nests them
  no_text,            ///< a document without a character
  old_word,           ///< .doc, .wps: the binary format
  rich_text,          ///< .rtf
  spreadsheet,        ///< .xlsx, .xls, .et
  presentation,       ///< .pptx, .ppt, .dps
  open_document,      ///< .odt and its kin
  fixed_layout,       ///< .ofd
  other_archive,      ///< a ZIP archive that holds no document
  signed_document,    ///< a digital signature would be broken by any change
};

/// The sentence that a user reads: what the file is, and what to do. `detail` names the part it is about, or is empty.
Failure office_failure(OfficeFault fault, std::string_view detail = {});

}  // namespace gialint
