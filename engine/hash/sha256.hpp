#pragma once

#include <string>
#include <string_view>

namespace gialint {

/// The SHA-256 digest (FIPS 180-4) of `bytes` in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same digest in base64 (RFC 4648, padded), as a Content-Security-Policy names a script.
std::string sha256_base64(std::string_view bytes);

}  // namespace gialint
