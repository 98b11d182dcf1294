#include "engine/office/zip_archive.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include <zlib.h>

#include "engine/office/office_fault.hpp"
#include "engine/office/zip_bytes.hpp"

namespace gialint {
namespace {

constexpr std::uint32_t in_zip64_16 = 0xFFFF;
constexpr std::uint32_t in_zip64_32 = 0xFFFFFFFF;
constexpr std::uint16_t zip64_extra = 0x0001;
constexpr std::uint16_t encrypted_flag = 0x0001;
constexpr std::size_t longest_comment = 0xFFFF;

Failure damaged() { return office_failure(OfficeFault::damaged_archive); }

/// Where the record that ends the directory begins: the last one whose comment ends within the file.
std::optional<std::size_t> find_directory_end(std::string_view bytes) {
  if (bytes.size() < zip_directory_end_size) return std::nullopt;
  const std::size_t last = bytes.size() - zip_directory_end_size;
  for (std::size_t back = 0; back <= std::min(last, longest_comment); ++back) {
    const std::size_t at = last - back;
    if (bytes[at] == 'P' && u32_at(bytes, at) == zip_directory_end && u16_at(bytes, at + 20) <= back) return at;
  }
  return std::nullopt;
}

/// The central directory, as the end of the archive tells it.
struct Directory {
  std::uint64_t count = 0;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
};

std::optional<Directory> read_directory_end(std::string_view bytes, std::size_t end) {
  Directory directory{u16_at(bytes, end + 10), u32_at(bytes, end + 16), u32_at(bytes, end + 12)};
  const bool one_disk = u16_at(bytes, end + 4) == u16_at(bytes, end + 6) && u16_at(bytes, end + 8) == directory.count;
  if (!one_disk) return std::nullopt;
  if (directory.count != in_zip64_16 && directory.begin != in_zip64_32 && directory.size != in_zip64_32)
    return directory;
  if (end < zip64_locator_size || u32_at(bytes, end - zip64_locator_size) != zip64_locator) return std::nullopt;
  const std::uint64_t at = u64_at(bytes, end - zip64_locator_size + 8);
  if (!has_bytes(bytes, at, zip64_directory_end_size) || u32_at(bytes, at) != zip64_directory_end) return std::nullopt;
  return Directory{u64_at(bytes, at + 32), u64_at(bytes, at + 48), u64_at(bytes, at + 40)};
}

/// Takes from the extra field what the header has no room for: size, packed size, offset, in this order, each only if
/// the header says so. False when it is not there.
bool read_zip64_extra(std::string_view extra, std::uint64_t& size, std::uint64_t& packed, std::uint64_t& begin) {
  if (size != in_zip64_32 && packed != in_zip64_32 && begin != in_zip64_32) return true;
  for (std::size_t at = 0; has_bytes(extra, at, 4);) {
    const std::size_t length = u16_at(extra, at + 2);
    if (!has_bytes(extra, at + 4, length)) return false;
    if (u16_at(extra, at) != zip64_extra) {
      at += 4 + length;
      continue;
    }
    const std::string_view field = extra.substr(at + 4, length);
    std::size_t next = 0;
    for (std::uint64_t* value : {&size, &packed, &begin}) {
      if (*value != in_zip64_32) continue;
      if (!has_bytes(field, next, 8)) return false;
      *value = u64_at(field, next);
      next += 8;
    }
    return true;
  }
  return false;
}

/// A name that a careless program would write outside of the folder that it unpacks to, or no name at all.
bool is_unsafe_name(std::string_view folded) {
  if (folded.empty() || folded.find('\0') != std::string_view::npos) return true;
  if (folded.size() >= 2 && folded[1] == ':') return true;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const std::size_t end = std::min(folded.find('/', begin), folded.size());
    if (folded.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

/// Reads the header of the central directory at `at`, and sets `at` behind it.
std::optional<ZipEntry> read_header(std::string_view bytes, std::size_t& at) {
  if (!has_bytes(bytes, at, zip_directory_header_size) || u32_at(bytes, at) != zip_directory_header) {
    return std::nullopt;
  }
  const std::size_t name_size = u16_at(bytes, at + 28);
  const std::size_t extra_size = u16_at(bytes, at + 30);
  const std::size_t rest = name_size + extra_size + u16_at(bytes, at + 32);
  if (!has_bytes(bytes, at + zip_directory_header_size, rest)) return std::nullopt;

  ZipEntry entry;
  entry.header = at;
  entry.flags = u16_at(bytes, at + 8);
  entry.method = u16_at(bytes, at + 10);
  entry.time = u16_at(bytes, at + 12);
  entry.date = u16_at(bytes, at + 14);
  entry.crc = u32_at(bytes, at + 16);
  entry.name = bytes.substr(at + zip_directory_header_size, name_size);
  std::uint64_t packed = u32_at(bytes, at + 20);
  std::uint64_t size = u32_at(bytes, at + 24);
  std::uint64_t begin = u32_at(bytes, at + 42);
  const std::string_view extra = bytes.substr(at + zip_directory_header_size + name_size, extra_size);
  if (!read_zip64_extra(extra, size, packed, begin)) return std::nullopt;
  entry.packed_size = packed;
  entry.size = size;
  entry.begin = begin;
  at += zip_directory_header_size + rest;
  return entry;
}

/// Finds the data behind the local header; false when that is not the entry's.
bool read_local_header(std::string_view bytes, ZipEntry& entry) {
  if (!has_bytes(bytes, entry.begin, zip_local_header_size) || u32_at(bytes, entry.begin) != zip_local_header) {
    return false;
  }
  const std::size_t name_size = u16_at(bytes, entry.begin + 26);
  const std::size_t behind = name_size + u16_at(bytes, entry.begin + 28);
  if (!has_bytes(bytes, entry.begin + zip_local_header_size, behind)) return false;
  entry.data = entry.begin + zip_local_header_size + behind;
  return bytes.substr(entry.begin + zip_local_header_size, name_size) == entry.name &&
         u16_at(bytes, entry.begin + 8) == entry.method && has_bytes(bytes, entry.data, entry.packed_size);
}

/// Sets where each record ends. False when two of them, or one and the directory, share a byte.
bool set_ends(std::vector<ZipEntry>& entries, std::size_t directory) {
  std::vector<ZipEntry*> by_place;
  by_place.reserve(entries.size());
  for (ZipEntry& entry : entries) by_place.push_back(&entry);
  std::sort(by_place.begin(), by_place.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->begin < b->begin; });
  for (std::size_t i = 0; i < by_place.size(); ++i) {
    ZipEntry& entry = *by_place[i];
    entry.end = i + 1 < by_place.size() ? by_place[i + 1]->begin : directory;
    if (entry.data + entry.packed_size > entry.end) return false;
  }
  return true;
}

/// Owns zlib's state.
class Inflater {
 public:
  Inflater() : ready_(inflateInit2(&stream_, -MAX_WBITS) == Z_OK) {}
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Unpacks all of `packed`, which must give exactly `size` bytes: no more are ever held.
  std::optional<std::string> unpack(std::string_view packed, std::size_t size) {
    if (!ready_) return std::nullopt;
    // zlib does not write to its input.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    // In steps: a size that is declared and never comes takes no memory.
    constexpr std::size_t first_step = std::size_t{64} << 10U;
    for (std::size_t step = first_step;; step = std::max(step, out.size())) {
      const std::size_t before = out.size();
      // One byte more than may come, so that the end of the stream is seen.
      out.resize(std::min(before + step, size + 1));
      stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
      stream_.avail_out = static_cast<uInt>(out.size() - before);
      const int status = inflate(&stream_, Z_NO_FLUSH);
      out.resize(out.size() - stream_.avail_out);
      if (status == Z_STREAM_END) break;
      if (status != Z_OK || out.size() > size || out.size() == before) return std::nullopt;
    }
    if (out.size() != size || stream_.avail_in != 0) return std::nullopt;
    return out;
  }

 private:
  z_stream stream_{};
  bool ready_;
};

}  // namespace

std::string folded_name(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  folded.erase(0, std::min(folded.find_first_not_of('/'), folded.size()));
  return folded;
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
  const std::optional<std::size_t> end = find_directory_end(bytes);
  if (!end) return damaged();
  const std::optional<Directory> directory = read_directory_end(bytes, *end);
  if (bytes.size() >= in_zip64_32) return office_failure(OfficeFault::too_large);
  if (!directory || directory->begin > *end || directory->size > *end - directory->begin) return damaged();
  if (directory->count > limits.entries) return office_failure(OfficeFault::too_large);

  ZipArchive archive;
  archive.bytes_ = bytes;
  archive.limits_ = limits;
  archive.directory_ = directory->begin;
  archive.comment_ = bytes.substr(*end + zip_directory_end_size, u16_at(bytes, *end + 20));
  std::size_t at = directory->begin;
  for (std::uint64_t i = 0; i < directory->count; ++i) {
    std::optional<ZipEntry> entry = read_header(bytes.substr(0, *end), at);
    if (!entry || !read_local_header(bytes.substr(0, directory->begin), *entry)) return damaged();
    if (entry->size >= in_zip64_32) return office_failure(OfficeFault::too_large, entry->name);
    archive.entries_.push_back(std::move(*entry));
  }
  if (!set_ends(archive.entries_, archive.directory_)) return damaged();

  std::vector<std::string> names;
  names.reserve(archive.entries_.size());
  for (const ZipEntry& entry : archive.entries_) names.push_back(folded_name(entry.name));
  archive.by_name_.resize(names.size());
  std::iota(archive.by_name_.begin(), archive.by_name_.end(), 0);
  std::sort(archive.by_name_.begin(), archive.by_name_.end(),
            [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[archive.by_name_[i]];
    if (is_unsafe_name(name) || (i > 0 && name == names[archive.by_name_[i - 1]])) return damaged();
  }
  return archive;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const std::string folded = folded_name(name);
  const auto at = std::lower_bound(
      by_name_.begin(), by_name_.end(), folded,
      [&](std::size_t index, const std::string& wanted) { return folded_name(entries_[index].name) < wanted; });
  if (at == by_name_.end() || folded_name(entries_[*at].name) != folded) return nullptr;
  return &entries_[*at];
}

Result<std::string> ZipArchive::read(const ZipEntry& entry) const {
  if ((entry.flags & encrypted_flag) != 0) return office_failure(OfficeFault::encrypted);
  if (entry.size > limits_.entry_bytes) return office_failure(OfficeFault::too_large, entry.name);
  const std::string_view packed = bytes_.substr(entry.data, entry.packed_size);
  std::optional<std::string> content;
  if (entry.method == 0 && packed.size() == entry.size) content = std::string(packed);
  if (entry.method == Z_DEFLATED) content = Inflater().unpack(packed, entry.size);
  if (!content ||
      crc32(0, reinterpret_cast<const Bytef*>(content->data()), static_cast<uInt>(content->size())) != entry.crc) {
    return office_failure(OfficeFault::damaged_archive, entry.name);
  }
  return std::move(*content);
}

}  // namespace gialint
