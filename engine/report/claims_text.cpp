#include "engine/report/claims_text.hpp"

#include "engine/claims/frame_dump.hpp"

namespace gialint {

std::string claims_text(const Report& report) {
  if (report.forms == nullptr) return {};
  return dump_frames(report.outline, report.paragraphs, report.year, report.forms->lexicon);
}

}  // namespace gialint
