#include <stdexcept>

#include <iconv.h>

#include "tests/generator/render.hpp"

namespace gialint::generator {
namespace {

/// The C library's converter and not the engine's own library: the engine's decoder is held against a second opinion.
std::string converted(const std::string& utf8, const char* to) {
  const iconv_t converter = iconv_open(to, "UTF-8");
  if (converter == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error(std::string("no converter to ") + to);
  std::string in = utf8;
  std::string out(utf8.size() * 2 + 16, '\0');
  char* from = in.data();
  char* at = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  const bool failed = iconv(converter, &from, &left, &at, &room) == static_cast<std::size_t>(-1);
  iconv_close(converter);
  if (failed) throw std::runtime_error(std::string("cannot be written as ") + to);
  out.resize(out.size() - room);
  return out;
}

}  // namespace

std::string encode(const std::string& utf8, Encoding encoding, bool byte_order_mark) {
  const std::string marked = byte_order_mark ? "\xEF\xBB\xBF" + utf8 : utf8;
  switch (encoding) {
    case Encoding::utf8:
      return marked;
    case Encoding::gb18030:
      return converted(utf8, "GB18030");
    case Encoding::utf16le:
      return converted(marked, "UTF-16LE");
    case Encoding::utf16be:
      return converted(marked, "UTF-16BE");
  }
  return marked;
}

}  // namespace gialint::generator
