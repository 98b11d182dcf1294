#pragma once

// How the tests are built: under the address sanitizer, which is some ten times slower and takes address space without
// end. GCC says so by a macro, Clang by a feature.
#if defined(__SANITIZE_ADDRESS__)
#define GIALINT_UNDER_SANITIZERS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GIALINT_UNDER_SANITIZERS 1
#endif
#endif

namespace gialint::test {

#ifdef GIALINT_UNDER_SANITIZERS
inline constexpr bool under_sanitizers = true;
#else
inline constexpr bool under_sanitizers = false;
#endif

}  // namespace gialint::test
