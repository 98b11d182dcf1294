#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/office/word_events.hpp"

namespace gialint {

/// The text between the marks of each comment in a main part, by the comment's id; "(no reference)" and the like where
/// marks are missing.
inline std::map<std::string, std::string> anchored_text(std::string_view xml) {
  struct Comment {
    std::string text;
    bool open = false;
    bool ended = false;
    bool referred = false;
  };
  std::map<std::string, Comment> comments;
  XmlReader reader(xml);
  bool in_text = false;
  while (const XmlEvent* const event = reader.next()) {
    if (event->kind == XmlKind::text) {
      for (auto& [id, comment] : comments) {
        if (comment.open && in_text) comment.text += event->text;
      }
      continue;
    }
    if (event->space != XmlSpace::word) continue;
    if (event->name == "t") in_text = event->kind == XmlKind::start;
    if (event->kind != XmlKind::start) continue;
    const std::string id(word_attribute(*event, "id"));
    if (event->name == "commentRangeStart") comments[id].open = true;
    if (event->name == "commentRangeEnd") {
      comments[id].open = false;
      comments[id].ended = true;
    }
    if (event->name == "commentReference") comments[id].referred = true;
  }
  std::map<std::string, std::string> texts;
  for (const auto& [id, comment] : comments) {
    texts[id] = comment.text + (comment.ended ? "" : "(no end)") + (comment.referred ? "" : "(no reference)");
  }
  if (reader.fault()) texts["broken"] = "";
  return texts;
}

}  // namespace gialint
