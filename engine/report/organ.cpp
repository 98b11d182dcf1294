#include "engine/report/organ.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr std::size_t signature_paragraphs = 2;  // the name, and the date behind it

std::string without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_blank(point.value)) out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

/// The name that one of `patterns` finds in the paragraph.
std::optional<Organ> named_in(const Paragraph& paragraph, const std::vector<Pattern>& patterns, const Lexicon& lexicon,
                              OrganPlace place) {
  const std::string_view text = paragraph.text.text();
  for (const Pattern& pattern : patterns) {
    for (const Pattern::Match& match : pattern.find_all(text)) {
      if (match.groups.empty() || !match.groups.front()) continue;
      const Span part = *match.groups.front();
      std::string name = without_blanks(text.substr(part.begin, part.size()));
      const OrganKind* const kind = lexicon.organ_kind(name);
      if (kind == nullptr || (lexicon.no_organ && lexicon.no_organ->is_in(name))) continue;
      return Organ{std::move(name), kind->id, paragraph.text.source(part), place, true};
    }
  }
  return std::nullopt;
}

std::optional<Organ> named_in(const std::vector<Paragraph>& paragraphs, std::size_t from,
                              const std::vector<Pattern>& patterns, const Lexicon& lexicon, OrganPlace place) {
  for (std::size_t i = from; i < paragraphs.size(); ++i) {
    if (std::optional<Organ> found = named_in(paragraphs[i], patterns, lexicon, place)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::string_view organ_place_name(OrganPlace place) {
  static constexpr std::array<std::string_view, 4> names = {"title", "preface", "signature", "contact"};
  return names.at(static_cast<std::size_t>(place));
}

std::optional<Organ> find_organ(const Outline& outline, const Paragraphs& paragraphs, const Lexicon& lexicon) {
  if (outline.title && !outline.title->organ_name.empty()) {
    const OrganKind* const kind = lexicon.organ_kind(outline.title->organ_name);
    return Organ{outline.title->organ_name, kind == nullptr ? std::string() : kind->id, outline.title->organ,
                 OrganPlace::title, false};
  }
  static const std::vector<Paragraph> none;
  const std::vector<Paragraph>& last = paragraphs.sections.empty() ? none : paragraphs.sections.back();
  const std::size_t signature = last.size() - std::min(last.size(), signature_paragraphs);
  std::optional<Organ> found = named_in(paragraphs.preface, 0, lexicon.organ_prefaces, lexicon, OrganPlace::preface);
  if (!found) found = named_in(last, signature, lexicon.organ_signatures, lexicon, OrganPlace::signature);
  if (!found) found = named_in(paragraphs.preface, 0, lexicon.organ_contacts, lexicon, OrganPlace::contact);
  if (!found) found = named_in(last, 0, lexicon.organ_contacts, lexicon, OrganPlace::contact);
  return found;
}

}  // namespace gialint
