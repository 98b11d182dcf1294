#pragma once

#include <string>

#include "tests/generator/layout.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/random.hpp"
#include "tests/generator/writer.hpp"

namespace gialint::generator {

/// Writes a report in its style's layout. Draws only what varies within one report: where lines break, where pages end.
Writer render(const PrintedReport& report, const Style& style, Random random);

/// Decoded text as the bytes of a file.
std::string encode(const std::string& utf8, Encoding encoding, bool byte_order_mark);

}  // namespace gialint::generator
