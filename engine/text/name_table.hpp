#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// A name met in a text: the longest one of the table that begins there.
struct FoundName {
  Span span;                            ///< bytes of the text that was searched
  bool full = false;                    ///< else it is the short form
  std::vector<std::uint32_t> meanings;  ///< entries of the table that bear the name, in its order
};

/// Many names, each below the one it belongs to: a gazetteer, say. Immutable.
class NameTable {
 public:
  /// Reads one name a line, indented by one blank more than the name it belongs to; "|" ends the part of a name that
  /// is also its short form. Empty lines and those that begin with "#" are passed over. A name or short form has at
  /// least two characters. The Failure names `file`, the line, and what is wrong with it.
  static Result<NameTable> parse(std::string_view text, const std::string& file);

  /// All names in `text` (UTF-8), from left to right. A full name takes its characters: no other begins in it. Where
  /// only a short form fits, names may begin within it, since a short form is often a part of another word.
  [[nodiscard]] std::vector<FoundName> find(std::string_view text) const;

  /// An entry and all above it, the highest first: 甲省, 乙市, 丙县. The names live as long as the table.
  [[nodiscard]] std::vector<std::string_view> lineage(std::uint32_t entry) const;

 private:
  struct Entry {
    std::string name;
    std::optional<std::uint32_t> parent;
  };
  struct Spelling {
    std::uint64_t start = 0;   ///< its first two characters
    std::uint32_t length = 0;  ///< bytes of its entry's name: all of it, or the short form
    std::uint32_t entry = 0;
    bool full = false;
  };
  [[nodiscard]] std::string_view text_of(const Spelling& spelling) const {
    return std::string_view(entries_[spelling.entry].name).substr(0, spelling.length);
  }
  [[nodiscard]] std::optional<FoundName> longest_at(std::string_view text, std::size_t at, std::uint64_t start) const;

  static constexpr std::size_t bits = std::size_t{1} << 16U;
  static std::size_t bit_of(std::uint64_t start) { return (start * 0x9E3779B97F4A7C15U) >> 48U; }

  std::vector<Entry> entries_;
  std::vector<Spelling> spellings_;  ///< by start; among equals the longest first, full before short
  std::bitset<bits> starts_;         ///< whether some spelling may begin so: no, at most places of a text
};

/// Name tables by name, each read when it is first asked for: most runs need none. May be used from several threads.
class NameTables {
 public:
  /// The table `name` is what NameTable::parse(text, file) gives; a table of that name that was added before stands.
  void add(const std::string& name, std::string text, std::string file);

  /// The table called `name`; nullptr when there is none. The Failure, when its text is no name table.
  [[nodiscard]] Result<const NameTable*> get(const std::string& name) const;

  /// Reads all of them now: the first Failure.
  [[nodiscard]] std::optional<Failure> check() const;

 private:
  struct Lazy {
    std::string text;
    std::string file;
    std::once_flag once;
    std::optional<Result<NameTable>> table;
  };
  std::map<std::string, std::unique_ptr<Lazy>> tables_;
};

}  // namespace gialint
