#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "engine/text/language.hpp"

namespace gialint {

/// A place in a file, or what else a value or a fault comes from: "--preset", "gialint" for what is built in.
struct FilePlace {
  std::string path;          ///< as printed; empty: no place is known
  std::uint32_t line = 0;    ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;  ///< in code points, from 1; 0: the line as a whole
  friend auto operator<=>(const FilePlace&, const FilePlace&) = default;
};

/// "gialint.toml:12:3", "rules/x.lua:4", "--preset".
std::string to_string(const FilePlace& place);

/// Why gialint itself could not do something. Never about what a report says: that is a Diagnostic.
struct Failure {
  FilePlace where;
  Bilingual what;  ///< one sentence for the user: what was wanted, what was found, what to do
  friend bool operator==(const Failure&, const Failure&) = default;
};

/// "where: what", or "what" alone when no place is known: for those who print it, and nobody else.
std::string to_string(const Failure& failure, Language language);

/// The same in both languages, for a sentence about the failure.
Bilingual with_place(const Failure& failure);

/// A T or the Failure that kept us from it, as std::expected will be once C++23 is at hand.
template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): `return value;` and `return Failure{…};` are the point
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value. Only when ok().
  T& operator*() & { return assert(ok()), std::get<0>(state_); }
  const T& operator*() const& { return assert(ok()), std::get<0>(state_); }
  T&& operator*() && { return assert(ok()), std::get<0>(std::move(state_)); }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }

  /// The failure. Only when not ok().
  [[nodiscard]] const Failure& failure() const { return assert(!ok()), std::get<1>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace gialint
