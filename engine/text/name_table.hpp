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

/// A name found in a text: the longest of the table that begins there.
struct FoundName {
  Span span;                            ///< bytes of the text searched
  bool full = false;                    ///< else it is the short form
  std::vector<std::uint32_t> meanings;  ///< the entries with that name, in the table's order
};

/// Many names, each below the one it belongs to, as in a gazetteer. Immutable.
class NameTable {
 public:
  /// Reads one name a line, indented one blank deeper than the name it belongs to; "|" ends the part that is also its
  /// short form. Skips empty lines and lines that begin with "#". A name or short form has at least two characters.
  /// The Failure names `file`, the line, and what is wrong with it.
  static Result<NameTable> parse(std::string_view text, const std::string& file);

  /// All names in `text` (UTF-8), from left to right. No name begins inside a full name that was found; inside a short
  /// form one may, since a short form is often part of another word.
  [[nodiscard]] std::vector<FoundName> find(std::string_view text) const;

  /// An entry and its ancestors, the highest first: 甲省, 乙市, 丙县. The names live as long as the table.
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
  std::bitset<bits> starts_;         ///< whether a spelling may begin so: at most places of a text, none does
};

/// Name tables by name, each parsed on first use: most runs need none. May be used from several threads.
class NameTables {
 public:
  /// Adds a table that NameTable::parse(text, file) will read. An earlier table of that name stays.
  void add(const std::string& name, std::string text, std::string file);

  /// The table called `name`; nullptr when there is none. A Failure when its text is no name table.
  [[nodiscard]] Result<const NameTable*> get(const std::string& name) const;

  /// Parses all of them now; gives the first Failure.
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
