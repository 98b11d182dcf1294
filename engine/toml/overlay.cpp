#include "engine/toml/overlay.hpp"

#include <algorithm>
#include <string>

namespace gialint {
namespace {

bool all_are_tables(const TomlArray& items) {
  return std::all_of(items.begin(), items.end(),
                     [](const TomlValue& item) { return std::holds_alternative<TomlTable>(item.data); });
}

bool all_are_texts(const TomlArray& items) {
  return std::all_of(items.begin(), items.end(),
                     [](const TomlValue& item) { return std::holds_alternative<std::string>(item.data); });
}

void put_at(TomlTable& table, Position place);

void put_at(TomlValue& value, Position place) {
  value.place = place;
  if (auto* table = std::get_if<TomlTable>(&value.data)) {
    put_at(*table, place);
  } else if (auto* items = std::get_if<TomlArray>(&value.data)) {
    for (TomlValue& item : *items) put_at(item, place);
  }
}

void put_at(TomlTable& table, Position place) {
  table.place = place;
  for (TomlField& field : table.fields) {
    field.place = place;
    put_at(field.value, place);
  }
}

// The `id` of a table in an array; null when it has none.
const std::string* id_of(const TomlValue& item) {
  const auto* table = std::get_if<TomlTable>(&item.data);
  const TomlField* id = table == nullptr ? nullptr : table->find("id");
  return id == nullptr ? nullptr : std::get_if<std::string>(&id->value.data);
}

TomlArray tables_over(TomlArray below, const TomlArray& top, Position place) {
  for (TomlValue& item : below) put_at(item, place);
  for (const TomlValue& item : top) {
    const std::string* id = id_of(item);
    const auto same = std::find_if(below.begin(), below.end(), [&](const TomlValue& other) {
      const std::string* known = id_of(other);
      return id != nullptr && known != nullptr && *known == *id;
    });
    if (same == below.end()) {
      below.push_back(item);
    } else {
      same->data = overlay(std::get<TomlTable>(same->data), std::get<TomlTable>(item.data));
      same->place = item.place;
    }
  }
  return below;
}

TomlArray texts_over(TomlArray below, const TomlArray& top, Position place) {
  for (TomlValue& item : below) put_at(item, place);
  for (const TomlValue& item : top) {
    const auto* text = std::get_if<std::string>(&item.data);
    const bool known = std::any_of(below.begin(), below.end(), [&](const TomlValue& other) {
      return *std::get_if<std::string>(&other.data) == *text;
    });
    if (!known) below.push_back(item);
  }
  return below;
}

TomlValue value_over(const TomlValue& below, const TomlValue& top) {
  TomlValue result = top;
  const auto* table = std::get_if<TomlTable>(&below.data);
  const auto* table_above = std::get_if<TomlTable>(&top.data);
  const auto* items = std::get_if<TomlArray>(&below.data);
  const auto* items_above = std::get_if<TomlArray>(&top.data);
  if (table != nullptr && table_above != nullptr) {
    result.data = overlay(*table, *table_above);
  } else if (items != nullptr && items_above != nullptr) {
    if (all_are_tables(*items) && all_are_tables(*items_above)) {
      result.data = tables_over(*items, *items_above, top.place);
    } else if (all_are_texts(*items) && all_are_texts(*items_above)) {
      result.data = texts_over(*items, *items_above, top.place);
    }
  }
  return result;
}

}  // namespace

TomlTable overlay(const TomlTable& base, const TomlTable& top) {
  TomlTable result = base;
  put_at(result, top.place);
  for (const TomlField& field : top.fields) {
    const auto below = std::find_if(result.fields.begin(), result.fields.end(),
                                    [&](const TomlField& other) { return other.key == field.key; });
    if (below == result.fields.end()) {
      result.fields.push_back(field);
    } else {
      below->place = field.place;
      below->value = value_over(below->value, field.value);
    }
  }
  return result;
}

}  // namespace gialint
