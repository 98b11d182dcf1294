#include "engine/readers/document_source.hpp"

#include <algorithm>
#include <utility>

#include "engine/office/word_document.hpp"
#include "engine/office/word_package.hpp"
#include "engine/readers/invisible.hpp"
#include "engine/readers/word.hpp"

namespace gialint {
namespace {

Result<DocumentSource> open_word(std::string path, std::string_view bytes, const ReadOptions& options) {
  if (std::optional<Failure> failure = SourceText::check_size(bytes.size(), options.max_bytes))
    return *std::move(failure);
  Result<WordDocument> document = read_word_document(bytes);
  if (!document.ok()) return document.failure();
  if (std::optional<Failure> failure = SourceText::check_size(document->drawn.text.size(), options.max_text_bytes))
    return *std::move(failure);
  DocumentSource source;
  source.text =
      std::make_shared<const SourceText>(SourceText::of_drawn(std::move(path), document->drawn.text, bytes.size()));
  source.format = Format::word;
  source.drawn = std::make_shared<const DrawnDocument>(std::move(document->drawn));
  return source;
}

// The ending of a document of an old word processor; empty for anything else.
std::string_view old_ending(std::string_view bytes) {
  const OfficeFile file = office_file(bytes);
  if (file == OfficeFile::rich_text) return ".rtf";
  return file == OfficeFile::compound && compound_kind(bytes) == OfficeFault::old_word ? ".doc" : "";
}

}  // namespace

bool is_document(std::string_view bytes) { return office_file(bytes) != OfficeFile::none; }

Result<DocumentSource> DocumentSource::open(std::string path, std::string bytes, const ReadOptions& options) {
  if (const std::string_view ending = options.to_docx ? old_ending(bytes) : ""; !ending.empty()) {
    Result<std::string> converted = options.to_docx(bytes, ending);
    if (!converted.ok()) return converted.failure();
    bytes = *std::move(converted);
  }
  if (options.format == Format::word || is_document(bytes)) return open_word(std::move(path), bytes, options);
  Result<SourceText> text = SourceText::from_bytes(std::move(path), std::move(bytes), options.encoding,
                                                   std::min(options.max_bytes, options.max_text_bytes));
  if (!text.ok()) return text.failure();
  return DocumentSource{std::make_shared<const SourceText>(*std::move(text)), options.format};
}

std::vector<Block> read_blocks(const DocumentSource& source, Format format) {
  if (!source.drawn) return read_blocks(*source.text, format);
  std::vector<Block> blocks = read_word(*source.drawn);
  drop_invisible(blocks, *source.text);
  return blocks;
}

}  // namespace gialint
