#pragma once

namespace gialint::generator {

/// Marks around what is wrong: control characters, which no layout prints and the Writer takes out again.
inline constexpr char mark_begin = '\x01';
inline constexpr char mark_end = '\x02';

}  // namespace gialint::generator
