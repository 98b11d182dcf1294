#include "engine/lint/locations.hpp"

#include <optional>

#include "engine/report/location.hpp"

namespace gialint {

void set_locations(const Report& report, const Report* other, Language language, std::vector<Diagnostic>& diagnostics) {
  if (diagnostics.empty()) return;
  std::optional<Locations> own;
  std::optional<Locations> others;
  if (report.source->is_drawn()) own.emplace(report, language);
  if (other != nullptr && other->source->is_drawn()) others.emplace(*other, language);
  for (Diagnostic& diagnostic : diagnostics) {
    if (own) diagnostic.location = own->of(diagnostic.span);
    for (Related& related : diagnostic.related) {
      if (related.source == nullptr || related.source == report.source) {
        if (own) related.location = own->of(related.span);
      } else if (others && related.source == other->source) {
        related.location = others->of(related.span);
      }
    }
  }
}

}  // namespace gialint
