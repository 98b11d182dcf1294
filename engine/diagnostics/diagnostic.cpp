#include "engine/diagnostics/diagnostic.hpp"

#include <tuple>

namespace gialint {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

std::optional<Severity> severity_named(std::string_view name) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (severity_name(severity) == name) return severity;
  }
  return std::nullopt;
}

std::string_view fix_safety_name(FixSafety safety) {
  switch (safety) {
    case FixSafety::safe:
      return "safe";
    case FixSafety::unsafe:
      return "unsafe";
    case FixSafety::suggestion:
      break;
  }
  return "suggestion";
}

bool reads_before(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.span, a.rule, a.emission) < std::tie(b.span, b.rule, b.emission);
}

}  // namespace gialint
