#pragma once

#include <string>

#include "tests/generator/layout.hpp"
#include "tests/generator/page.hpp"
#include "tests/generator/printed.hpp"
#include "tests/generator/random.hpp"
#include "tests/generator/writer.hpp"

namespace gialint::generator {

/// Writes a report in its style's layout. Draws only what varies within one report: where lines break, where pages end.
/// `page`: how HTML looks when it is printed; null leaves that to the browser.
Writer render(const PrintedReport& report, const Style& style, Random random, const Page* page = nullptr);

/// Decoded text as the bytes of a file.
std::string encode(const std::string& utf8, Encoding encoding, bool byte_order_mark);

}  // namespace gialint::generator
