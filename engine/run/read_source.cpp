#include "engine/run/read_source.hpp"

#include <memory>
#include <string>
#include <utility>

#include "engine/files/read_file.hpp"
#include "engine/hash/sha256.hpp"

namespace gialint {

Result<std::string> read_bytes(const InputFile& file, const ReadOptions& options) {
  if (file.failure) return *file.failure;
  if (file.bytes != nullptr) return *file.bytes;
  Result<std::string> bytes = file.standard_input ? read_standard_input(file.path, options.max_bytes)
                                                  : read_file(file.absolute, options.max_bytes);
  if (!bytes.ok()) return Failure{{file.path}, bytes.failure().what};
  return bytes;
}

Result<SourceText> read_source(const InputFile& file, const ReadOptions& options, std::string* sha256) {
  Result<std::string> bytes = read_bytes(file, options);
  if (!bytes.ok()) return bytes.failure();
  if (sha256 != nullptr) *sha256 = sha256_hex(*bytes);
  Result<SourceText> text = SourceText::from_bytes(file.path, std::move(*bytes), options.encoding, options.max_bytes);
  if (!text.ok()) return Failure{{file.path}, text.failure().what};
  return text;
}

Result<Report> open_report(const InputFile& file, const ReadOptions& options, const ReportReader& reader) {
  Result<SourceText> text = read_source(file, options);
  if (!text.ok()) return text.failure();
  return reader.read(std::make_shared<const SourceText>(*std::move(text)), options.format);
}

}  // namespace gialint
