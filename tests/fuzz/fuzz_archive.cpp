// Any bytes are an archive whose entries lie in it apart from each other, or none. A change to one entry leaves the
// records of all others as they are.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/office/zip_archive.hpp"
#include "engine/office/zip_writer.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view record(const gialint::ZipArchive& archive, const gialint::ZipEntry& entry) {
  return archive.bytes().substr(entry.begin, entry.end - entry.begin);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gialint;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ZipLimits limits{64, std::size_t{1} << 20U};
  const Result<ZipArchive> archive = ZipArchive::open(bytes, limits);
  if (!archive.ok()) return 0;
  for (const ZipEntry& entry : archive->entries()) {
    require(entry.begin < entry.data && entry.data + entry.packed_size <= entry.end &&
            entry.end <= archive->directory());
    require(archive->find(entry.name) == &entry);
    const Result<std::string> content = archive->read(entry);
    if (content.ok()) require(content->size() == entry.size && content->size() <= limits.entry_bytes);
  }
  if (archive->find("a new one") != nullptr) return 0;
  const std::string changed = with_changes(*archive, {{"a new one", "1"}});
  const Result<ZipArchive> again = ZipArchive::open(changed, {65, limits.entry_bytes});
  require(again.ok() && again->entries().size() == archive->entries().size() + 1);
  for (const ZipEntry& entry : archive->entries()) {
    const ZipEntry* const copy = again->find(entry.name);
    require(copy != nullptr && record(*again, *copy) == record(*archive, entry));
    require(copy->crc == entry.crc && copy->size == entry.size);
  }
  return 0;
}
