#include "engine/office/zip_writer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include <zlib.h>

#include "engine/office/zip_bytes.hpp"

namespace gialint {
namespace {

constexpr std::uint16_t version_for_deflate = 20;
constexpr std::uint16_t utf8_name_flag = 0x0800;
constexpr std::uint16_t first_date = 0x0021;  // 1 January 1980

/// `content` as a raw DEFLATE stream; empty when that is not shorter.
std::string deflated(std::string_view content) {
  z_stream stream{};
  constexpr int memory_level = 8;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  // zlib does not write to its input.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  if (!done || packed.size() >= content.size()) packed.clear();
  return packed;
}

/// Puts an archive together.
class Writer {
 public:
  /// Bytes of another archive, as they lie there.
  void copy(std::string_view records) { out_ += records; }

  [[nodiscard]] std::size_t size() const { return out_.size(); }

  void copy_header(const ZipArchive& archive, const ZipEntry& entry, std::size_t begin) {
    const std::string_view from = archive.bytes().substr(entry.header);
    const std::size_t name_size = u16_at(from, 28);
    const std::size_t extra_size = u16_at(from, 30);
    const std::size_t comment_size = u16_at(from, 32);
    const std::string_view name = from.substr(zip_directory_header_size, name_size);
    const std::string extra = without_zip64(from.substr(zip_directory_header_size + name_size, extra_size));
    directory_ += from.substr(0, 20);
    append_u32(directory_, static_cast<std::uint32_t>(entry.packed_size));
    append_u32(directory_, static_cast<std::uint32_t>(entry.size));
    append_u16(directory_, static_cast<std::uint32_t>(name_size));
    append_u16(directory_, static_cast<std::uint32_t>(extra.size()));
    directory_ += from.substr(32, 10);
    append_u32(directory_, static_cast<std::uint32_t>(begin));
    directory_ += name;
    directory_ += extra;
    directory_ += from.substr(zip_directory_header_size + name_size + extra_size, comment_size);
    ++count_;
  }

  void add(std::string_view name, std::string_view content, std::uint16_t time, std::uint16_t date) {
    const auto begin = static_cast<std::uint32_t>(out_.size());
    const std::string packed = deflated(content);
    const std::string_view data = packed.empty() ? content : std::string_view(packed);
    const bool ascii =
        std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string common;  // to both headers
    append_u16(common, version_for_deflate);
    append_u16(common, ascii ? 0 : utf8_name_flag);
    append_u16(common, packed.empty() ? 0 : Z_DEFLATED);
    append_u16(common, time);
    append_u16(common, date);
    append_u32(common, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(content.data()),
                                                        static_cast<uInt>(content.size()))));
    append_u32(common, static_cast<std::uint32_t>(data.size()));
    append_u32(common, static_cast<std::uint32_t>(content.size()));
    append_u16(common, static_cast<std::uint32_t>(name.size()));
    append_u16(common, 0);  // no extra field

    append_u32(out_, zip_local_header);
    out_ += common;
    out_ += name;
    out_ += data;

    append_u32(directory_, zip_directory_header);
    append_u16(directory_, version_for_deflate);  // made by
    directory_ += common;
    append_u16(directory_, 0);  // no comment
    append_u16(directory_, 0);  // disk
    append_u16(directory_, 0);  // internal attributes
    append_u32(directory_, 0);  // external attributes
    append_u32(directory_, begin);
    directory_ += name;
    ++count_;
  }

  std::string finish(std::string_view comment) && {
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_ += directory_;
    append_u32(out_, zip_directory_end);
    append_u32(out_, 0);  // disks
    append_u16(out_, count_);
    append_u16(out_, count_);
    append_u32(out_, static_cast<std::uint32_t>(directory_.size()));
    append_u32(out_, begin);
    append_u16(out_, static_cast<std::uint32_t>(comment.size()));
    out_ += comment;
    return std::move(out_);
  }

 private:
  /// The header's own fields have room for all numbers now.
  static std::string without_zip64(std::string_view extra) {
    std::string kept;
    std::size_t at = 0;
    while (has_bytes(extra, at, 4) && has_bytes(extra, at + 4, u16_at(extra, at + 2))) {
      const std::size_t size = 4 + u16_at(extra, at + 2);
      if (u16_at(extra, at) != 0x0001) kept += extra.substr(at, size);
      at += size;
    }
    return kept.append(extra.substr(at));
  }

  std::string out_;
  std::string directory_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::string with_changes(const ZipArchive& archive, const std::vector<ZipChange>& changes) {
  std::map<std::string, const ZipChange*> wanted;  // by folded name
  for (const ZipChange& change : changes) wanted[folded_name(change.name)] = &change;

  std::vector<const ZipEntry*> by_place;
  by_place.reserve(archive.entries().size());
  for (const ZipEntry& entry : archive.entries()) by_place.push_back(&entry);
  std::sort(by_place.begin(), by_place.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->begin < b->begin; });

  Writer writer;
  const std::size_t first = by_place.empty() ? archive.directory() : by_place.front()->begin;
  writer.copy(archive.bytes().substr(0, first));
  for (const ZipEntry* entry : by_place) {
    const auto change = wanted.find(folded_name(entry->name));
    if (change == wanted.end()) {
      const std::size_t begin = writer.size();
      writer.copy(archive.bytes().substr(entry->begin, entry->end - entry->begin));
      writer.copy_header(archive, *entry, begin);
      continue;
    }
    if (change->second->content) writer.add(entry->name, *change->second->content, entry->time, entry->date);
    wanted.erase(change);
  }
  for (const ZipChange& change : changes) {
    const auto left = wanted.find(folded_name(change.name));
    if (left == wanted.end() || left->second != &change) continue;
    if (change.content) writer.add(change.name, *change.content, 0, first_date);
  }
  return std::move(writer).finish(archive.comment());
}

std::string zip_archive_of(const std::vector<ZipChange>& entries) {
  Writer writer;
  for (const ZipChange& entry : entries) {
    if (entry.content) writer.add(entry.name, *entry.content, 0, first_date);
  }
  return std::move(writer).finish({});
}

}  // namespace gialint
