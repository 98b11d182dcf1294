#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gialint {

/// An exact decimal number: `units` × 10^-`scale`. Counts have scale 0. Never floating point, since a
/// rounding error would be a false alarm.
///
/// Kept in lowest terms (no trailing zero in `units` while scale > 0), so equal numbers have equal members.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t count) : units_(count) {}  // NOLINT(google-explicit-constructor): a count is a decimal

  /// "12", "-3", "0.25", "+2": ASCII digits, at most one point, at most 18 digits in all. Empty otherwise.
  static std::optional<Decimal> parse(std::string_view ascii);

  /// `units` × 10^-`scale`, for a `scale` from 0 to 18; empty when it takes more than 18 digits.
  static std::optional<Decimal> scaled(std::int64_t units, int scale);

  [[nodiscard]] bool is_integer() const { return scale_ == 0; }
  [[nodiscard]] bool is_zero() const { return units_ == 0; }
  [[nodiscard]] bool is_negative() const { return units_ < 0; }
  /// The whole number; empty when there is a fraction.
  [[nodiscard]] std::optional<std::int64_t> integer() const;
  [[nodiscard]] std::int64_t units() const { return units_; }
  [[nodiscard]] int scale() const { return scale_; }

  /// Exact; empty when the result does not fit in 18 digits.
  friend std::optional<Decimal> add(Decimal a, Decimal b);
  friend std::optional<Decimal> subtract(Decimal a, Decimal b);
  friend std::optional<Decimal> multiply(Decimal a, Decimal b);

  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

 private:
  constexpr Decimal(std::int64_t units, std::int32_t scale) : units_(units), scale_(scale) {}

  std::int64_t units_ = 0;
  std::int32_t scale_ = 0;
};

std::optional<Decimal> add(Decimal a, Decimal b);
std::optional<Decimal> subtract(Decimal a, Decimal b);
std::optional<Decimal> multiply(Decimal a, Decimal b);

/// "12", "-0.25": no exponent, no trailing zeros.
std::string to_string(Decimal value);

}  // namespace gialint
