#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/forms/lexicon.hpp"

namespace gialint {

/// Where a report says whose it is.
enum class OrganPlace {
  title,
  preface,    ///< 本报告由云溪县民政局编制
  signature,  ///< the name by itself at the end
  contact,    ///< 联系单位：云溪县民政局
};

/// "title", "preface", "signature", "contact": as the JSON model and rules name it.
std::string_view organ_place_name(OrganPlace place);

/// Whose report it is.
struct Organ {
  std::string name;  ///< without blanks
  std::string kind;  ///< "department"; empty when its name does not say
  Span span;         ///< where it is named
  OrganPlace place = OrganPlace::title;
  bool doubtful = false;  ///< found outside the title, which names none: others compile reports and take questions, too
};

/// The organ in the title, else the one that the text names in the first place of OrganPlace; empty without any.
std::optional<Organ> find_organ(const Outline& outline, const Paragraphs& paragraphs, const Lexicon& lexicon);

}  // namespace gialint
