#include "engine/office/original_record.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

#include <fmt/format.h>

#include "engine/hash/sha256.hpp"
#include "engine/office/zip_bytes.hpp"

namespace gialint {
namespace {

// The first line of a record, then that of the whole original, then one line for each step that puts it together:
//
//   part SHA-256-NOW NAME       a part that the comments changed; it is here only to be held against the digest
//   bytes COUNT                 that many bytes, which stand behind the lines in this order
//   entry NAME                  the record of that entry, as it lies in the archive
//
// An empty line ends the lines.
constexpr std::string_view magic = "gialint original 1\n";
constexpr std::string_view folder = "[trash]/";
constexpr std::size_t digest_size = 64;
constexpr unsigned most_numbers = 0x10000;
// What a record of ours never has, and what keeps others from costing time.
constexpr std::size_t most_parts = 16;
constexpr std::size_t most_items = 64;

/// Takes the next line off `text`.
std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// Takes `word` and a blank off `line`; false when it does not begin so.
bool take(std::string_view& line, std::string_view word) {
  if (line.substr(0, word.size()) != word || line.substr(word.size(), 1) != " ") return false;
  line.remove_prefix(word.size() + 1);
  return true;
}

std::optional<std::size_t> count_in(std::string_view digits) {
  constexpr std::size_t most_digits = 10;
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::size_t count = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + static_cast<std::size_t>(c - '0');
  }
  return count;
}

std::vector<const ZipEntry*> by_place(const ZipArchive& archive) {
  std::vector<const ZipEntry*> entries;
  entries.reserve(archive.entries().size());
  for (const ZipEntry& entry : archive.entries()) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const ZipEntry* a, const ZipEntry* b) { return a->begin < b->begin; });
  return entries;
}

std::string_view record_of(const ZipArchive& archive, const ZipEntry& entry) {
  return archive.bytes().substr(entry.begin, entry.end - entry.begin);
}

/// What the entry `name` holds, when that has the digest `digest`.
bool is_unchanged(const ZipArchive& archive, std::string_view name, std::string_view digest) {
  const ZipEntry* const entry = archive.find(name);
  if (entry == nullptr) return false;
  const Result<std::string> content = archive.read(*entry);
  return content.ok() && sha256_hex(*content) == digest;
}

/// Puts the original together by the lines of `record`; empty when they do not fit the archive.
std::optional<std::string> rebuilt(const ZipArchive& archive, std::string_view record) {
  if (record.substr(0, magic.size()) != magic) return std::nullopt;
  record.remove_prefix(magic.size());
  const std::string_view digest = next_line(record);
  const std::size_t lines_end = record.find("\n\n");
  if (lines_end == std::string_view::npos) return std::nullopt;
  std::string_view lines = record.substr(0, lines_end + 1);
  std::string_view bytes = record.substr(lines_end + 2);
  std::string original;
  // No original is larger than what it is put together from.
  const std::size_t most = archive.bytes().size() + record.size();
  std::size_t parts = 0;
  while (!lines.empty()) {
    std::string_view line = next_line(lines);
    if (take(line, "part")) {
      if (line.size() <= digest_size || ++parts > most_parts) return std::nullopt;
      if (!is_unchanged(archive, line.substr(digest_size + 1), line.substr(0, digest_size))) return std::nullopt;
    } else if (take(line, "bytes")) {
      const std::optional<std::size_t> count = count_in(line);
      if (!count || *count > bytes.size()) return std::nullopt;
      original += bytes.substr(0, *count);
      bytes.remove_prefix(*count);
    } else if (take(line, "entry")) {
      const ZipEntry* const entry = archive.find(line);
      if (entry == nullptr) return std::nullopt;
      original += record_of(archive, *entry);
    } else {
      return std::nullopt;
    }
    if (original.size() > most) return std::nullopt;
  }
  if (sha256_hex(original) != digest) return std::nullopt;
  return original;
}

}  // namespace

std::string original_record(const ZipArchive& original, const std::vector<ChangedPart>& changed) {
  std::string lines(magic);
  lines += sha256_hex(original.bytes()) + "\n";
  std::set<std::string> names;
  for (const ChangedPart& part : changed) {
    lines += fmt::format("part {} {}\n", sha256_hex(part.content), part.name);
    names.insert(folded_name(part.name));
  }
  std::string bytes;
  const auto keep = [&](std::string_view some) {
    if (some.empty()) return;
    lines += fmt::format("bytes {}\n", some.size());
    bytes += some;
  };
  const std::vector<const ZipEntry*> entries = by_place(original);
  keep(original.bytes().substr(0, entries.empty() ? original.directory() : entries.front()->begin));
  for (const ZipEntry* const entry : entries) {
    // A name with a line end in it is no name of a part.
    if (names.count(folded_name(entry->name)) > 0 || entry->name.find('\n') != std::string::npos) {
      keep(record_of(original, *entry));
    } else {
      lines += fmt::format("entry {}\n", entry->name);
    }
  }
  keep(original.bytes().substr(original.directory()));
  return lines + "\n" + bytes;
}

std::string record_name(const ZipArchive& archive) {
  for (unsigned number = 0; number < most_numbers; ++number) {
    std::string name = fmt::format("{}{:04X}.dat", folder, number);
    if (archive.find(name) == nullptr) return name;
  }
  return {};
}

std::string find_record(const ZipArchive& archive) {
  std::size_t items = 0;
  for (const ZipEntry& entry : archive.entries()) {
    if (folded_name(entry.name).substr(0, folder.size()) != folder) continue;
    if (++items > most_items) break;
    const Result<std::string> content = archive.read(entry);
    if (content.ok() && content->substr(0, magic.size()) == magic) return entry.name;
  }
  return {};
}

std::optional<std::string> restored_original(const ZipArchive& archive) {
  const std::string name = find_record(archive);
  if (name.empty()) return std::nullopt;
  const Result<std::string> record = archive.read(*archive.find(name));
  return record.ok() ? rebuilt(archive, *record) : std::nullopt;
}

}  // namespace gialint
