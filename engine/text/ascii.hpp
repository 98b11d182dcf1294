#pragma once

/// Character classes of ASCII, for bytes and code points alike. Nothing outside ASCII belongs to any of them.
namespace gialint {

template <class Char>
constexpr bool is_ascii_digit(Char c) {
  return c >= Char{'0'} && c <= Char{'9'};
}
template <class Char>
constexpr bool is_ascii_lower(Char c) {
  return c >= Char{'a'} && c <= Char{'z'};
}
template <class Char>
constexpr bool is_ascii_upper(Char c) {
  return c >= Char{'A'} && c <= Char{'Z'};
}
template <class Char>
constexpr bool is_ascii_letter(Char c) {
  return is_ascii_lower(c) || is_ascii_upper(c);
}
template <class Char>
constexpr bool is_ascii_alphanumeric(Char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// The letter in the other case; any other character unchanged.
constexpr char ascii_upper(char c) { return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace gialint
