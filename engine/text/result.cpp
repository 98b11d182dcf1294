#include "engine/text/result.hpp"

namespace gialint {

std::string to_string(const FilePlace& place) {
  std::string text = place.path;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string to_string(const Failure& failure, Language language) {
  const std::string& what = failure.what.in(language);
  return failure.where.path.empty() ? what : to_string(failure.where) + ": " + what;
}

Bilingual with_place(const Failure& failure) {
  return {to_string(failure, Language::zh), to_string(failure, Language::en)};
}

}  // namespace gialint
