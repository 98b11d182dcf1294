#include "reporters/full_message.hpp"

#include <iterator>

#include <fmt/format.h>

#include "reporters/places.hpp"

namespace gialint {

std::string full_message(const FileResult& result, const Diagnostic& diagnostic, ColumnUnit unit) {
  std::string text = located(diagnostic.location, diagnostic.message);
  for (const Related& related : diagnostic.related) {
    const SourceText& source = related.text(*result.source);
    const Position at = source.position(clamped(source, related.span).begin, unit);
    fmt::format_to(std::back_inserter(text), "\n{}:{}:{}", related.source ? source.path() : result.path, at.line,
                   at.column);
    if (const std::string message = located(related.location, related.message); !message.empty())
      text += ": " + message;
  }
  return text;
}

}  // namespace gialint
