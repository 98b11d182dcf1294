#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/toml/document.hpp"

namespace gialint {

FilePlace toml_place(const std::string& file_name, Position place);

/// What is wrong with the contents of one TOML file; of several faults, the first in reading order counts.
class TomlFaults {
 public:
  explicit TomlFaults(std::string file_name) : file_name_(std::move(file_name)) {}

  void add(Position place, Bilingual what);
  [[nodiscard]] bool none() const { return !first_; }
  /// Only when there is one.
  [[nodiscard]] Failure first() const;
  [[nodiscard]] FilePlace where(Position place) const { return toml_place(file_name_, place); }

 private:
  struct Fault {
    Position place;
    Bilingual what;
  };
  std::string file_name_;
  std::optional<Fault> first_;
};

/// A string and where it is written, for names that are checked against others later.
struct TomlText {
  std::string text;
  Position place;
};

/// Takes the fields of one table by name and type. A key that was asked for is a known key; finish() adds a fault
/// for every other one, and for required keys that are missing.
///
/// Never fails by itself: a fault goes into `faults`, and the caller gets an empty value and goes on reading.
/// The table must outlive it.
class TomlFields {
 public:
  TomlFields(const TomlTable& table, TomlFaults& faults) : table_(&table), faults_(&faults) {}

  [[nodiscard]] Position place() const { return table_->place; }
  /// Of the key, or of the table when the key is missing.
  [[nodiscard]] Position place(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const { return table_->find(key) != nullptr; }

  /// Required.
  std::string text(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t min, std::int64_t max);
  std::vector<TomlText> texts(std::string_view key);
  const TomlTable* table(std::string_view key);
  std::vector<const TomlTable*> tables(std::string_view key);
  /// The index in `choices` of the word that stands there; 0 after a fault.
  std::size_t choice(std::string_view key, const std::vector<std::string>& choices);

  /// Not required.
  std::string text_or(std::string_view key, std::string_view otherwise);
  std::int64_t integer_or(std::string_view key, std::int64_t min, std::int64_t max, std::int64_t otherwise);
  bool boolean_or(std::string_view key, bool otherwise);
  std::optional<std::size_t> choice_if_any(std::string_view key, const std::vector<std::string>& choices);
  std::vector<TomlText> texts_if_any(std::string_view key);
  std::vector<std::string> plain_texts_if_any(std::string_view key);
  const TomlTable* table_if_any(std::string_view key);
  std::vector<const TomlTable*> tables_if_any(std::string_view key);
  /// Arrays of arrays.
  std::vector<std::vector<TomlText>> text_lists_if_any(std::string_view key);
  std::vector<std::vector<const TomlTable*>> table_lists_if_any(std::string_view key);
  /// The field as it stands, of any type.
  const TomlField* field_if_any(std::string_view key);

  void finish();

 private:
  const TomlField* take(std::string_view key, bool required);
  void wrong_type(std::string_view key, const TomlValue& value, const Bilingual& wanted);
  void wrong_item(std::string_view key, const TomlValue& item, const Bilingual& wanted);
  std::vector<const TomlValue*> items_of(std::string_view key);
  std::vector<TomlText> texts_of(std::string_view key, const TomlValue& value);
  std::vector<const TomlTable*> tables_of(std::string_view key, const TomlValue& value);

  const TomlTable* table_;
  TomlFaults* faults_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

/// "字符串", "a string", …: for sentences about a value of the wrong type.
Bilingual toml_type_name(const TomlValue& value);

}  // namespace gialint
