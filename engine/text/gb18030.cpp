#include "engine/text/gb18030.hpp"

#include <cstdint>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

namespace gialint {
namespace {

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

// From one encoding to another through ICU; empty when something cannot be told in the other.
std::optional<std::string> convert(const char* from_name, const char* to_name, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(from_name, &status));
  const Converter to(ucnv_open(to_name, &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(to.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(text.size() * 2 + 8, '\0');  // a character of two bytes in UTF-8 takes four at most
  char* out = bytes.data();
  const char* in = text.data();
  ucnv_convertEx(to.get(), from.get(), &out, bytes.data() + bytes.size(), &in, text.data() + text.size(), nullptr,
                 nullptr, nullptr, nullptr, 1, 1, &status);
  if (U_FAILURE(status)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(out - bytes.data()));
  return bytes;
}

}  // namespace

std::optional<std::string> to_gb18030(std::string_view utf8) {
  std::optional<std::string> bytes = convert("UTF-8", "gb18030", utf8);
  if (!bytes || convert("gb18030", "UTF-8", *bytes) != utf8) return std::nullopt;
  return bytes;
}

std::optional<std::string> from_gb18030(std::string_view bytes) { return convert("gb18030", "UTF-8", bytes); }

}  // namespace gialint
