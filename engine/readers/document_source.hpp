#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/office/drawn_document.hpp"
#include "engine/readers/reader.hpp"
#include "engine/text/result.hpp"
#include "engine/text/source_text.hpp"

namespace gialint {

/// How a file is read.
struct ReadOptions {
  std::optional<Format> format =
      std::nullopt;  ///< of a text: --input-format; else detected. A document shows what it is
  std::optional<Encoding> encoding = std::nullopt;          ///< of a text: --encoding; else detected
  std::uint64_t max_bytes = SourceText::default_max_bytes;  ///< of the file
  std::uint64_t max_text_bytes = 16ULL << 20U;  ///< of the file of a text, or of the text drawn from a document
  /// --convert-with: makes .docx of `bytes`, a document of an old word processor in a file with that ending (".doc",
  /// ".rtf"). Not there: such documents are refused.
  std::function<Result<std::string>(std::string_view bytes, std::string_view ending)> to_docx = nullptr;
};

/// Whether `bytes` are the beginning of a document, or another file that is no text: how large it is says nothing of
/// its text, since there are pictures in it, too.
bool is_document(std::string_view bytes);

/// A file opened for reading: its text, and for a document that is none, how that text was drawn from it.
struct DocumentSource {
  std::shared_ptr<const SourceText> text;                ///< never null
  std::optional<Format> format;                          ///< not there: read_blocks() detects it
  std::shared_ptr<const DrawnDocument> drawn = nullptr;  ///< of a Word document

  /// The file called `path`, as printed, that holds `bytes`. They alone say what it is, whatever it is called.
  ///
  /// Fails for what holds no text or is in a format that is not read, telling what it is and what to do.
  static Result<DocumentSource> open(std::string path, std::string bytes, const ReadOptions& options = {});

  [[nodiscard]] Format format_or_detected() const { return format ? *format : detect_format(text->text()); }
};

/// The blocks of `source`, read in `format`. See read_blocks() of a text.
std::vector<Block> read_blocks(const DocumentSource& source, Format format);

}  // namespace gialint
