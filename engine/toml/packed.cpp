#include "engine/toml/packed.hpp"

#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>

namespace gialint {
namespace {

constexpr int deepest = 64;  // TOML of ours nests less

using Data = decltype(TomlValue::data);

// Numbers go out seven bits at a time, the lowest first; all but the last byte have their high bit set.
class Packer {
 public:
  std::string take() { return std::move(bytes_); }

  void add(const TomlTable& table) {
    add(table.place);
    add(table.fields.size());
    for (const TomlField& field : table.fields) {
      add(field.key);
      add(field.place);
      add(field.value);
    }
  }

 private:
  void add(std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) bytes_ += static_cast<char>(number | 0x80U);
    bytes_ += static_cast<char>(number);
  }
  void add(Position place) {
    add(std::uint64_t{place.line});
    add(std::uint64_t{place.column});
  }
  void add(const std::string& text) {
    add(text.size());
    bytes_ += text;
  }
  void add(const TomlArray& items) {
    add(items.size());
    for (const TomlValue& item : items) add(item);
  }
  void add(const TomlDate& date) {
    for (const int part : {date.year, date.month, date.day}) add(static_cast<std::uint64_t>(part));
  }
  void add(std::int64_t number) { add(static_cast<std::uint64_t>(number)); }
  void add(bool value) { add(std::uint64_t{value}); }
  void add(TomlOther /*other*/) {}
  void add(const TomlValue& value) {
    add(value.place);
    add(value.data.index());
    std::visit([this](const auto& data) { add(data); }, value.data);
  }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  std::optional<TomlTable> read() {
    TomlTable table;
    read(table);
    if (!sound_ || !rest_.empty()) return std::nullopt;
    return table;
  }

 private:
  std::uint64_t number() {
    std::uint64_t result = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      result |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return result;
    }
    sound_ = false;
    return 0;
  }
  // Of things that take a byte at least.
  std::size_t count() {
    const std::uint64_t result = number();
    if (result > rest_.size()) sound_ = false;
    return sound_ ? static_cast<std::size_t>(result) : 0;
  }

  void read(Position& place) {
    place.line = static_cast<std::uint32_t>(number());
    place.column = static_cast<std::uint32_t>(number());
  }
  void read(std::string& text) {
    const std::size_t size = count();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  void read(TomlTable& table) {
    read(table.place);
    table.fields.resize(count());
    for (TomlField& field : table.fields) {
      read(field.key);
      read(field.place);
      read(field.value);
    }
  }
  void read(TomlArray& items) {
    items.resize(count());
    for (TomlValue& item : items) read(item);
  }
  void read(TomlDate& date) {
    for (int* part : {&date.year, &date.month, &date.day}) *part = static_cast<int>(number());
  }
  void read(std::int64_t& value) { value = static_cast<std::int64_t>(number()); }
  void read(bool& value) { value = number() != 0; }
  void read(TomlOther& /*other*/) {}

  template <std::size_t... Index>
  void read_data(Data& data, std::uint64_t index, std::index_sequence<Index...> /*all*/) {
    const bool known = ((index == Index && (read(data.template emplace<Index>()), true)) || ...);
    if (!known) sound_ = false;
  }
  void read(TomlValue& value) {
    if (++depth_ > deepest) sound_ = false;
    read(value.place);
    const std::uint64_t index = number();
    if (sound_) read_data(value.data, index, std::make_index_sequence<std::variant_size_v<Data>>());
    --depth_;
  }

  std::string_view rest_;
  bool sound_ = true;
  int depth_ = 0;
};

}  // namespace

std::string pack_toml(const TomlTable& table) {
  Packer packer;
  packer.add(table);
  return packer.take();
}

std::optional<TomlTable> unpack_toml(std::string_view bytes) { return Unpacker(bytes).read(); }

}  // namespace gialint
