#include "engine/lint/corpus_places.hpp"

#include "engine/report/location.hpp"

namespace gialint {

void find_places(CorpusDiagnostic& said, const std::function<const Report*(std::size_t)>& report_at,
                 Language language) {
  Diagnostic& diagnostic = said.diagnostic;
  if (const Report* own = report_at(said.report)) {
    diagnostic.span = span_of_place(*own, diagnostic.place);
    if (own->source->is_drawn()) diagnostic.location = Locations(*own, language).of(diagnostic.span);
  }
  for (std::size_t i = 0; i < said.related.size(); ++i) {
    const Report* other = report_at(said.related[i]);
    if (other == nullptr) continue;
    Related& related = diagnostic.related[i];
    related.span = span_of_place(*other, related.place);
    if (other->source->is_drawn()) related.location = Locations(*other, language).of(related.span);
    if (said.related[i] != said.report) related.source = other->source;
  }
}

}  // namespace gialint
