#include "tests/generator/zip.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace gialint::generator {
namespace {

constexpr std::uint32_t crc_polynomial = 0xEDB88320U;  // APPNOTE 4.4.7, reflected

std::uint32_t crc32(std::string_view bytes) {
  static const std::array<std::uint32_t, 256> table = [] {
    std::array<std::uint32_t, 256> made{};
    for (std::uint32_t i = 0; i < made.size(); ++i) {
      std::uint32_t value = i;
      for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? crc_polynomial ^ (value >> 1U) : value >> 1U;
      made[i] = value;
    }
    return made;
  }();
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char each : bytes) crc = table[(crc ^ static_cast<unsigned char>(each)) & 0xFFU] ^ (crc >> 8U);
  return crc ^ 0xFFFFFFFFU;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

/// What the local header and the central directory both say of an entry.
void describe_entry(std::string& out, const ZipEntry& entry) {
  constexpr std::uint32_t version = 20;
  constexpr std::uint32_t first_day = 0x21;  // 1 January 1980: the same bytes on every day
  const auto size = static_cast<std::uint32_t>(entry.bytes.size());
  put(out, version, 2);
  put(out, 0, 2);  // flags
  put(out, 0, 2);  // stored
  put(out, 0, 2);  // time
  put(out, first_day, 2);
  put(out, crc32(entry.bytes), 4);
  put(out, size, 4);
  put(out, size, 4);
  put(out, static_cast<std::uint32_t>(entry.name.size()), 2);
  put(out, 0, 2);  // extra field
}

}  // namespace

std::string zip(const std::vector<ZipEntry>& entries) {
  std::string out;
  std::string directory;
  for (const ZipEntry& entry : entries) {
    directory += "PK\x01\x02";
    put(directory, 20, 2);  // made by
    describe_entry(directory, entry);
    put(directory, 0, 2);  // comment
    put(directory, 0, 2);  // disk
    put(directory, 0, 2);  // internal attributes
    put(directory, 0, 4);  // external attributes
    put(directory, static_cast<std::uint32_t>(out.size()), 4);
    directory += entry.name;
    out += "PK\x03\x04";
    describe_entry(out, entry);
    out += entry.name + entry.bytes;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  out += directory;
  out += "PK\x05\x06";
  put(out, 0, 4);  // disks
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, begin, 4);
  put(out, 0, 2);  // comment
  return out;
}

}  // namespace gialint::generator
