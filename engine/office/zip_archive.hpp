#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"

namespace gialint {

/// What reading an archive may cost.
struct ZipLimits {
  std::size_t entries = 10'000;
  std::size_t entry_bytes = std::size_t{64} << 20U;  ///< of one entry, unpacked
};

/// One file of an archive, as the central directory describes it. Offsets are bytes of the archive.
struct ZipEntry {
  std::string name;             ///< as it stands there
  std::uint16_t flags = 0;      ///< bit 0: encrypted
  std::uint16_t method = 0;     ///< 0 stored, 8 deflated
  std::uint16_t time = 0;       ///< MS-DOS format
  std::uint16_t date = 0;       ///< MS-DOS format
  std::uint32_t crc = 0;        ///< CRC-32 of what is unpacked
  std::size_t packed_size = 0;  ///< of the data
  std::size_t size = 0;         ///< unpacked, as declared
  std::size_t begin = 0;        ///< of its local header
  std::size_t data = 0;         ///< of the packed data
  std::size_t end = 0;          ///< of its record: where the next one begins, or the central directory
  std::size_t header = 0;       ///< of its header in the central directory
};

/// A ZIP archive in memory (PKWARE APPNOTE 6.3.10), on one disk; of its 64-bit extension what a file of less than 4 GiB
/// may hold. It keeps a view: the bytes must outlive it.
///
/// Opening reads the directory alone and unpacks nothing. It refuses what two programs could read differently or what
/// expands out of nothing: records that overlap, two entries of one name, local headers that name another file than the
/// directory does, names that lead out of the archive, more entries than the limits allow.
class ZipArchive {
 public:
  static Result<ZipArchive> open(std::string_view bytes, const ZipLimits& limits = {});

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// In the order of the central directory.
  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
  /// Where the central directory begins: the records end here.
  [[nodiscard]] std::size_t directory() const { return directory_; }
  /// The archive's comment: its last bytes.
  [[nodiscard]] std::string_view comment() const { return comment_; }

  /// The entry called `name`: ASCII case does not matter, "\" counts as "/", a "/" in front does not count (ISO/IEC
  /// 29500-2, 6.2.2.3). Null when there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;

  /// The entry's bytes, unpacked and held against size and checksum. Fails when it is encrypted, damaged or over the
  /// limit, whatever size it declares.
  [[nodiscard]] Result<std::string> read(const ZipEntry& entry) const;

 private:
  ZipArchive() = default;

  std::string_view bytes_;
  ZipLimits limits_;
  std::vector<ZipEntry> entries_;
  std::vector<std::size_t> by_name_;  ///< indexes of entries_, sorted by folded name
  std::size_t directory_ = 0;
  std::string_view comment_;
};

/// A name as ZipArchive::find() compares it: lower case, "/" between its parts and none in front.
std::string folded_name(std::string_view name);

}  // namespace gialint
