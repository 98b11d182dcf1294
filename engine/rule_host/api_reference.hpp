#pragma once

#include <string>

namespace gialint {

/// The version of the rule API: what a rule file's `api` says.
inline constexpr int api_version = 1;

/// Definitions for lua-language-server (`---@meta`): every object, function and global that rules have, so that editors
/// complete and check them. Made of what the bindings say of themselves.
std::string lua_definitions();

/// The settings with which lua-language-server finds them: a .luarc.json. `library` is the folder that holds the
/// definitions, relative to the settings.
std::string language_server_settings(const std::string& library);

/// The same as a page to read, in Markdown.
std::string api_page();

}  // namespace gialint
