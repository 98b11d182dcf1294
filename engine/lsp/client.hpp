#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/json/json_value.hpp"
#include "engine/text/line_index.hpp"

namespace gialint {

/// What the editor at the other end said of itself in `initialize`. Without a word it can nothing.
struct Client {
  ColumnUnit unit = ColumnUnit::utf16;  ///< what a character of a position is
  bool pulls = false;                   ///< asks for diagnostics, so that none are sent unasked
  bool refreshes = false;               ///< asks again when it is told to
  bool related_information = false;     ///< shows other places of a diagnostic by itself
  bool code_description = false;        ///< links a code to its page
  bool unnecessary_tag = false;         ///< fades what a diagnostic calls unnecessary
  bool literal_actions = false;         ///< takes code actions that are more than a command
  bool preferred_actions = false;       ///< knows which of them to make without asking
  bool versioned_edits = false;         ///< takes edits that name the version of the text they are for
  bool new_files = false;               ///< takes edits that make a file
  bool symbol_tree = false;             ///< takes symbols within symbols
  bool markdown = false;                ///< shows Markdown on hover
  bool watches_files = false;           ///< tells of files that change, if asked to
  std::optional<std::string> root;      ///< the URI of the first workspace folder
};

/// Reads the parameters of `initialize`. Of the position encodings that the client offers, utf-8 is taken before utf-32
/// before utf-16; without an offer positions count UTF-16 units, as the protocol has it.
Client read_client(const JsonValue& parameters);

/// "utf-8", "utf-16", "utf-32": what the protocol calls a unit.
std::string_view position_encoding_name(ColumnUnit unit);

}  // namespace gialint
