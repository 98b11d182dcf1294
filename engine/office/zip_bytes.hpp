#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gialint {

/// The numbers of a ZIP archive: little-endian. And what marks its records (APPNOTE 6.3.10, 4.3).

constexpr std::uint32_t zip_local_header = 0x04034b50;
constexpr std::uint32_t zip_directory_header = 0x02014b50;
constexpr std::uint32_t zip_directory_end = 0x06054b50;
constexpr std::uint32_t zip64_directory_end = 0x06064b50;
constexpr std::uint32_t zip64_locator = 0x07064b50;

constexpr std::size_t zip_local_header_size = 30;
constexpr std::size_t zip_directory_header_size = 46;
constexpr std::size_t zip_directory_end_size = 22;
constexpr std::size_t zip64_directory_end_size = 56;
constexpr std::size_t zip64_locator_size = 20;

/// Whether [at, at + size) lies within `bytes`.
constexpr bool has_bytes(std::string_view bytes, std::size_t at, std::size_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

/// The number of `width` bytes at `at`, which lie within `bytes`.
constexpr std::uint64_t little_endian(std::string_view bytes, std::size_t at, unsigned width) {
  std::uint64_t value = 0;
  for (unsigned i = width; i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}
constexpr std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
constexpr std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
constexpr std::uint64_t u64_at(std::string_view bytes, std::size_t at) { return little_endian(bytes, at, 8); }

inline void append_u16(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFFU);
  out += static_cast<char>(value >> 8U & 0xFFU);
}
inline void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value & 0xFFFFU);
  append_u16(out, value >> 16U);
}

}  // namespace gialint
