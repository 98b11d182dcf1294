#include "engine/cases/expectation.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace gialint {
namespace {

std::string quoted_if_needed(const std::string& value) {
  const bool plain = !value.empty() && value.find_first_of(" \"\\\n\t\r,") == std::string::npos;
  return plain ? value : '"' + escaped(value) + '"';
}

std::string place_name(Span span, const MarkedSource& text) {
  for (const Mark& mark : text.marked.marks) {
    if (mark.span == span && !mark.label.empty()) return text.prefix + mark.label;
  }
  const Position begin = text.source.position(span.begin, ColumnUnit::code_point);
  const Position end = text.source.position(span.end, ColumnUnit::code_point);
  return text.prefix + fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

ExpectedDiagnostic describe(const Diagnostic& diagnostic, const MarkedSource& report,
                            const std::vector<MarkedSource>& others) {
  ExpectedDiagnostic described;
  described.label = place_name(diagnostic.span, report);
  described.severity = severity_name(diagnostic.severity);
  described.message_id = diagnostic.message_id;
  described.facts = diagnostic.facts;
  for (const Related& related : diagnostic.related) {
    const auto other = std::find_if(others.begin(), others.end(), [&](const MarkedSource& text) {
      return related.source != nullptr && related.source->path() == text.source.path();
    });
    described.related.push_back(place_name(related.span, other == others.end() ? report : *other));
  }
  return described;
}

std::string to_string(const ExpectedDiagnostic& diagnostic) {
  std::string line = diagnostic.label + " " + diagnostic.severity + " " + diagnostic.message_id;
  for (const Fact& fact : diagnostic.facts) line += " " + fact.name + "=" + quoted_if_needed(fact.value);
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    line += (i == 0 ? " related=" : ",") + diagnostic.related[i];
  }
  return line;
}

}  // namespace gialint
