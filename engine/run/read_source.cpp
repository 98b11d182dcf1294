#include "engine/run/read_source.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/hash/sha256.hpp"

namespace gialint {

Result<std::string> read_bytes(const InputFile& file, const ReadOptions& options) {
  if (file.failure) return *file.failure;
  if (file.bytes != nullptr) return *file.bytes;
  const auto read = [&](std::uint64_t max_bytes) {
    if (file.standard_input) return read_standard_input(file.path, max_bytes);
    return read_file(file.absolute, max_bytes, file.named ? FileKind::anything : FileKind::regular);
  };
  // How large a document is says nothing of its text: there are pictures in it, too.
  const std::uint64_t most_text = std::min(options.max_text_bytes, options.max_bytes);
  Result<std::string> bytes = read(file.standard_input ? options.max_bytes : most_text);
  if (bytes.ok() && bytes->size() > most_text && is_document(*bytes)) {
    if (!file.standard_input) bytes = read(options.max_bytes);
  }
  if (!bytes.ok()) return Failure{{file.path}, bytes.failure().what};
  return bytes;
}

Result<DocumentSource> read_source(const InputFile& file, const ReadOptions& options, std::string* sha256) {
  Result<std::string> bytes = read_bytes(file, options);
  if (!bytes.ok()) return bytes.failure();
  if (sha256 != nullptr) *sha256 = sha256_hex(*bytes);
  Result<DocumentSource> source = DocumentSource::open(file.path, std::move(*bytes), options);
  if (!source.ok()) return Failure{{file.path}, source.failure().what};
  return source;
}

Result<Report> open_report(const InputFile& file, const ReadOptions& options, const ReportReader& reader) {
  const Result<DocumentSource> source = read_source(file, options);
  if (!source.ok()) return source.failure();
  return reader.read(*source);
}

}  // namespace gialint
