#include "engine/readers/document_source.hpp"

#include <utility>

#include "engine/office/word_document.hpp"
#include "engine/office/word_package.hpp"
#include "engine/readers/invisible.hpp"
#include "engine/readers/word.hpp"

namespace gialint {
namespace {

Result<DocumentSource> open_word(std::string path, std::string_view bytes, std::uint64_t max_bytes) {
  if (std::optional<Failure> failure = SourceText::check_size(bytes.size(), max_bytes)) return *std::move(failure);
  Result<WordDocument> document = read_word_document(bytes);
  if (!document.ok()) return document.failure();
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

Result<DocumentSource> DocumentSource::open(std::string path, std::string bytes, const ReadOptions& options) {
  if (const std::string_view ending = options.to_docx ? old_ending(bytes) : ""; !ending.empty()) {
    Result<std::string> converted = options.to_docx(bytes, ending);
    if (!converted.ok()) return converted.failure();
    bytes = *std::move(converted);
  }
  const bool is_document = options.format == Format::word || office_file(bytes) != OfficeFile::none;
  if (is_document) return open_word(std::move(path), bytes, options.max_bytes);
  Result<SourceText> text =
      SourceText::from_bytes(std::move(path), std::move(bytes), options.encoding, options.max_bytes);
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
