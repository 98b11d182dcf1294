#include "engine/toml/fields.hpp"

#include <algorithm>

#include "engine/text/sentence.hpp"

namespace gialint {
namespace {

constexpr Sentence text_type("字符串", "a string");
constexpr Sentence texts_type("字符串数组", "an array of strings");
constexpr Sentence lists_type("数组的数组", "an array of arrays");
constexpr Sentence integer_type("整数", "an integer");
constexpr Sentence boolean_type("布尔值（true 或 false）", "a boolean (true or false)");
constexpr Sentence table_type("表", "a table");
constexpr Sentence tables_type("表的数组（[[…]]）", "an array of tables ([[…]])");

}  // namespace

FilePlace toml_place(const std::string& file_name, Position place) { return {file_name, place.line, place.column}; }

Bilingual toml_type_name(const TomlValue& value) {
  static constexpr Sentence names[] = {{"小数或时刻", "a fraction or a time"},
                                       {"布尔值", "a boolean"},
                                       integer_type,
                                       text_type,
                                       {"日期", "a date"},
                                       {"数组", "an array"},
                                       table_type};
  return names[value.data.index()];
}

void TomlFaults::add(Position place, Bilingual what) {
  if (!first_ || place < first_->place) {
    first_ = Fault{place, std::move(what)};
  }
}

Failure TomlFaults::first() const { return first_ ? Failure{where(first_->place), first_->what} : Failure{}; }

Position TomlFields::place(std::string_view key) const {
  const TomlField* field = table_->find(key);
  return field == nullptr ? table_->place : field->place;
}

const TomlField* TomlFields::take(std::string_view key, bool required) {
  known_.emplace_back(key);
  const TomlField* field = table_->find(key);
  if (field == nullptr && required) {
    missing_.emplace_back(key);
  }
  return field;
}

void TomlFields::wrong_type(std::string_view key, const TomlValue& value, const Bilingual& wanted) {
  static constexpr Sentence wrong("\"{}\" 应为{}，这里是{}", "\"{}\" takes {}, not {}");
  faults_->add(value.place, wrong.with(key, wanted, toml_type_name(value)));
}

void TomlFields::wrong_item(std::string_view key, const TomlValue& item, const Bilingual& wanted) {
  static constexpr Sentence wrong("\"{}\" 的每一项应为{}，这里是{}", "each item of \"{}\" must be {}, not {}");
  faults_->add(item.place, wrong.with(key, wanted, toml_type_name(item)));
}

std::vector<const TomlValue*> TomlFields::items_of(std::string_view key) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return {};
  }
  const auto* items = std::get_if<TomlArray>(&field->value.data);
  if (items == nullptr) {
    wrong_type(key, field->value, lists_type);
    return {};
  }
  std::vector<const TomlValue*> result;
  for (const TomlValue& item : *items) {
    result.push_back(&item);
  }
  return result;
}

std::string TomlFields::text(std::string_view key) {
  take(key, true);
  return text_or(key, "");
}

std::string TomlFields::text_or(std::string_view key, std::string_view otherwise) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return std::string(otherwise);
  }
  if (const auto* text = std::get_if<std::string>(&field->value.data)) {
    return *text;
  }
  wrong_type(key, field->value, text_type);
  return std::string(otherwise);
}

std::int64_t TomlFields::integer(std::string_view key, std::int64_t min, std::int64_t max) {
  take(key, true);
  return integer_or(key, min, max, min);
}

std::int64_t TomlFields::integer_or(std::string_view key, std::int64_t min, std::int64_t max, std::int64_t otherwise) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return otherwise;
  }
  const auto* number = std::get_if<std::int64_t>(&field->value.data);
  if (number == nullptr) {
    wrong_type(key, field->value, integer_type);
    return otherwise;
  }
  if (*number < min || *number > max) {
    static constexpr Sentence out_of_range("\"{}\" 应在 {} 与 {} 之间，这里是 {}",
                                           "\"{}\" takes a whole number from {} to {}, not {}");
    faults_->add(field->value.place, out_of_range.with(key, min, max, *number));
    return otherwise;
  }
  return *number;
}

bool TomlFields::boolean_or(std::string_view key, bool otherwise) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return otherwise;
  }
  if (const auto* boolean = std::get_if<bool>(&field->value.data)) {
    return *boolean;
  }
  wrong_type(key, field->value, boolean_type);
  return otherwise;
}

std::size_t TomlFields::choice(std::string_view key, const std::vector<std::string>& choices) {
  take(key, true);
  return choice_if_any(key, choices).value_or(0);
}

std::optional<std::size_t> TomlFields::choice_if_any(std::string_view key, const std::vector<std::string>& choices) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return std::nullopt;
  }
  const auto* word = std::get_if<std::string>(&field->value.data);
  if (word == nullptr) {
    wrong_type(key, field->value, text_type);
    return std::nullopt;
  }
  const auto found = std::find(choices.begin(), choices.end(), *word);
  if (found == choices.end()) {
    static constexpr Sentence no_choice("\"{}\" 不能是 \"{}\"，可用：{}{}", "\"{}\" cannot be \"{}\"; it can be {}{}");
    faults_->add(field->value.place, no_choice.with(key, *word, listed(choices), did_you_mean(*word, choices)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - choices.begin());
}

std::vector<TomlText> TomlFields::texts_of(std::string_view key, const TomlValue& value) {
  const auto* items = std::get_if<TomlArray>(&value.data);
  if (items == nullptr) {
    wrong_type(key, value, texts_type);
    return {};
  }
  std::vector<TomlText> result;
  for (const TomlValue& item : *items) {
    if (const auto* text = std::get_if<std::string>(&item.data)) {
      result.push_back({*text, item.place});
    } else {
      wrong_item(key, item, text_type);
    }
  }
  return result;
}

std::vector<TomlText> TomlFields::texts(std::string_view key) {
  take(key, true);
  return texts_if_any(key);
}

std::vector<TomlText> TomlFields::texts_if_any(std::string_view key) {
  const TomlField* field = take(key, false);
  return field == nullptr ? std::vector<TomlText>() : texts_of(key, field->value);
}

std::vector<std::vector<TomlText>> TomlFields::text_lists_if_any(std::string_view key) {
  std::vector<std::vector<TomlText>> result;
  for (const TomlValue* list : items_of(key)) {
    result.push_back(texts_of(key, *list));
  }
  return result;
}

std::vector<std::string> TomlFields::plain_texts_if_any(std::string_view key) {
  std::vector<std::string> result;
  for (TomlText& item : texts_if_any(key)) {
    result.push_back(std::move(item.text));
  }
  return result;
}

const TomlTable* TomlFields::table_if_any(std::string_view key) {
  const TomlField* field = take(key, false);
  if (field == nullptr) {
    return nullptr;
  }
  const auto* table = std::get_if<TomlTable>(&field->value.data);
  if (table == nullptr) {
    wrong_type(key, field->value, table_type);
  }
  return table;
}

const TomlTable* TomlFields::table(std::string_view key) {
  take(key, true);
  return table_if_any(key);
}

std::vector<const TomlTable*> TomlFields::tables_of(std::string_view key, const TomlValue& value) {
  const auto* items = std::get_if<TomlArray>(&value.data);
  if (items == nullptr) {
    wrong_type(key, value, tables_type);
    return {};
  }
  std::vector<const TomlTable*> result;
  for (const TomlValue& item : *items) {
    if (const auto* table = std::get_if<TomlTable>(&item.data)) {
      result.push_back(table);
    } else {
      wrong_item(key, item, table_type);
    }
  }
  return result;
}

std::vector<const TomlTable*> TomlFields::tables(std::string_view key) {
  take(key, true);
  return tables_if_any(key);
}

std::vector<const TomlTable*> TomlFields::tables_if_any(std::string_view key) {
  const TomlField* field = take(key, false);
  return field == nullptr ? std::vector<const TomlTable*>() : tables_of(key, field->value);
}

std::vector<std::vector<const TomlTable*>> TomlFields::table_lists_if_any(std::string_view key) {
  std::vector<std::vector<const TomlTable*>> result;
  for (const TomlValue* list : items_of(key)) {
    result.push_back(tables_of(key, *list));
  }
  return result;
}

const TomlField* TomlFields::field_if_any(std::string_view key) { return take(key, false); }

void TomlFields::finish() {
  bool all_known = true;
  for (const TomlField& field : table_->fields) {
    if (std::find(known_.begin(), known_.end(), field.key) != known_.end()) {
      continue;
    }
    all_known = false;
    Bilingual hint = did_you_mean(field.key, known_);
    if (hint.zh.empty()) {
      std::vector<std::string> keys = known_;
      std::sort(keys.begin(), keys.end());
      keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
      static constexpr Sentence known_keys("；可用的键：{}", "; known keys: {}");
      hint = known_keys.with(listed(keys));
    }
    static constexpr Sentence unknown("未知的键 \"{}\"{}", "unknown key \"{}\"{}");
    faults_->add(field.place, unknown.with(field.key, hint));
  }
  // A misspelt key explains a missing one, never the other way round.
  if (all_known && !missing_.empty()) {
    static constexpr Sentence missing("缺少键 {}", "missing key: {}");
    std::vector<std::string> keys;
    for (const std::string& key : missing_) keys.push_back('"' + key + '"');
    faults_->add(table_->place, missing.with(listed(keys)));
  }
}

}  // namespace gialint
