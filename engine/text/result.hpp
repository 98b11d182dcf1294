#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace gialint {

/// Why gialint itself could not do something. Never about what a report says: that is a Diagnostic.
struct Failure {
  std::string where;  ///< "gialint.toml:12:3", "rules/x.lua:4", or empty when no place is known
  std::string what;   ///< one sentence for the user: what was wanted, what was found, what to do
};

/// "where: what", or "what" alone when no place is known.
inline std::string to_string(const Failure& failure) {
  return failure.where.empty() ? failure.what : failure.where + ": " + failure.what;
}

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
