#include "engine/text/decimal.hpp"

namespace gialint {
namespace {

// Wide enough for a 64-bit number times 10^18.
__extension__ typedef __int128 Wide;

constexpr int max_digits = 18;

constexpr std::int64_t powers_of_ten[max_digits + 1] = {1,
                                                        10,
                                                        100,
                                                        1000,
                                                        10000,
                                                        100000,
                                                        1000000,
                                                        10000000,
                                                        100000000,
                                                        1000000000,
                                                        10000000000,
                                                        100000000000,
                                                        1000000000000,
                                                        10000000000000,
                                                        100000000000000,
                                                        1000000000000000,
                                                        10000000000000000,
                                                        100000000000000000,
                                                        1000000000000000000};

struct Scaled {
  Wide units;
  int scale;
};

/// Lowest terms; false when they do not fit.
bool reduce(Scaled& number) {
  while (number.scale > 0 && number.units % 10 == 0) {
    number.units /= 10;
    --number.scale;
  }
  const Wide limit = powers_of_ten[max_digits];
  return number.units > -limit && number.units < limit && number.scale <= max_digits;
}

/// The smaller scale brought up to the larger one.
struct Aligned {
  Wide a;
  Wide b;
  int scale;
};

Aligned align(Decimal a, Decimal b) {
  const int scale = a.scale() > b.scale() ? a.scale() : b.scale();
  return {Wide{a.units()} * powers_of_ten[scale - a.scale()], Wide{b.units()} * powers_of_ten[scale - b.scale()],
          scale};
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view ascii) {
  bool negative = false;
  if (!ascii.empty() && (ascii.front() == '-' || ascii.front() == '+')) {
    negative = ascii.front() == '-';
    ascii.remove_prefix(1);
  }
  const std::size_t point = ascii.find('.');
  if (ascii.empty() || point == 0 || point == ascii.size() - 1) return std::nullopt;
  std::int64_t units = 0;
  int digits = 0;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    if (i == point) continue;
    if (ascii[i] < '0' || ascii[i] > '9' || ++digits > max_digits) return std::nullopt;
    units = units * 10 + (ascii[i] - '0');
  }
  return scaled(negative ? -units : units,
                point == std::string_view::npos ? 0 : static_cast<int>(ascii.size() - point - 1));
}

std::optional<Decimal> Decimal::scaled(std::int64_t units, int scale) {
  if (scale < 0 || scale > max_digits) return std::nullopt;
  Scaled number{units, scale};
  if (!reduce(number)) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(number.units), number.scale);
}

std::optional<std::int64_t> Decimal::integer() const {
  if (scale_ != 0) return std::nullopt;
  return units_;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const Aligned aligned = align(a, b);
  Scaled sum{aligned.a + aligned.b, aligned.scale};
  if (!reduce(sum)) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(sum.units), sum.scale);
}

std::optional<Decimal> subtract(Decimal a, Decimal b) {
  const Aligned aligned = align(a, b);
  Scaled difference{aligned.a - aligned.b, aligned.scale};
  if (!reduce(difference)) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(difference.units), difference.scale);
}

std::optional<Decimal> multiply(Decimal a, Decimal b) {
  Scaled product{Wide{a.units_} * b.units_, a.scale_ + b.scale_};
  if (!reduce(product)) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(product.units), product.scale);
}

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  const Aligned aligned = align(a, b);
  if (aligned.a < aligned.b) return std::strong_ordering::less;
  return aligned.a == aligned.b ? std::strong_ordering::equal : std::strong_ordering::greater;
}

std::string to_string(Decimal value) {
  std::string out = std::to_string(value.units());
  if (value.scale() == 0) return out;
  const std::size_t sign = value.is_negative() ? 1 : 0;
  const auto scale = static_cast<std::size_t>(value.scale());
  if (out.size() - sign <= scale) out.insert(sign, scale + 1 - (out.size() - sign), '0');
  out.insert(out.size() - scale, 1, '.');
  return out;
}

}  // namespace gialint
