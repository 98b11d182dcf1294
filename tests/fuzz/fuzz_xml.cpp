// Any bytes are events whose places lie in them and never go back, each end belonging to a start.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "engine/office/xml_reader.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gialint;
  const std::string_view xml(reinterpret_cast<const char*>(data), size);
  XmlReader reader(xml);
  std::vector<std::string> open;
  Span last;
  while (const XmlEvent* const event = reader.next()) {
    require(event->bytes.begin <= event->bytes.end && event->bytes.end <= size);
    require(event->bytes.begin >= last.end || (event->kind == XmlKind::end && event->bytes == last));
    last = event->bytes;
    const std::string_view bytes = xml.substr(event->bytes.begin, event->bytes.size());
    if (event->kind == XmlKind::text) {
      require(!event->text.empty() && !open.empty());
      if (event->text.size() == bytes.size() && event->text != "\n") require(event->text == bytes);
      continue;
    }
    require(bytes.size() >= 3 && bytes.front() == '<' && bytes.back() == '>');
    if (event->kind == XmlKind::start) {
      open.emplace_back(event->name);
      require(open.size() <= XmlReader::most_depth);
    } else {
      require(!open.empty() && open.back() == event->name);
      open.pop_back();
    }
  }
  require(reader.fault().has_value() || open.empty());
  return 0;
}
