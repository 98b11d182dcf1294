#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/json/json_value.hpp"
#include "engine/lsp/diagnostics.hpp"
#include "engine/lsp/suppression.hpp"

namespace gialint {

/// The kind of the code action that makes every safe fix at once, as editors call it on saving.
inline constexpr std::string_view fix_all_kind = "source.fixAll.gialint";

/// Lints the text as it would be.
using LintText = std::function<FileResult(std::string text)>;

/// Code actions on `span`, bytes of the document, as an array: a quick fix for each diagnostic there that has a fix
/// which can be made in this text, and the action that makes all safe ones, with those that only they make possible.
/// With a `configuration` each diagnostic there can be left out by it.
/// `only` are the kinds that the client wants, null for all.
void write_code_actions(JsonWriter& json, const View& view, Span span, const JsonValue& only, const LintText& lint,
                        const ConfigurationText* configuration = nullptr);

}  // namespace gialint
