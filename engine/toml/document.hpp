#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/text/line_index.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// A TOML file as plain values, each with the place where it is written (lines and columns in code points).

struct TomlDate {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const TomlDate&, const TomlDate&) = default;
};

/// A kind of value that no file of ours uses: a float, a time, a date with a time.
struct TomlOther {};

struct TomlValue;
struct TomlField;

using TomlArray = std::vector<TomlValue>;

struct TomlTable {
  Position place;                 ///< of its header, its opening brace, or its first key
  std::vector<TomlField> fields;  ///< in the order of the file

  [[nodiscard]] const TomlField* find(std::string_view key) const;
};

struct TomlValue {
  Position place;
  std::variant<TomlOther, bool, std::int64_t, std::string, TomlDate, TomlArray, TomlTable> data;
};

struct TomlField {
  std::string key;
  Position place;  ///< of the key
  TomlValue value;
};

/// Reads a whole file. Fails on what is no TOML, with the place and the parser's own words.
Result<TomlTable> parse_toml(std::string_view text, const std::string& file_name);

}  // namespace gialint
