// fmt, compiled. Debian has it as headers, which every file that formats something would compile anew, or as a shared
// library, which the one static binary cannot carry.

#include <fmt/format-inl.h>

// What fmt's headers declare as instantiated elsewhere: here.
template FMT_API auto fmt::detail::thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto fmt::detail::decimal_point_impl<char>(locale_ref) -> char;
template FMT_API void fmt::detail::buffer<char>::append<char>(const char*, const char*);
template FMT_API void fmt::detail::vformat_to<char>(buffer<char>&, string_view,
                                                    basic_format_args<FMT_BUFFER_CONTEXT(char)>, locale_ref);
template FMT_API auto fmt::detail::dragonbox::to_decimal<float>(float) noexcept -> decimal_fp<float>;
template FMT_API auto fmt::detail::dragonbox::to_decimal<double>(double) noexcept -> decimal_fp<double>;
