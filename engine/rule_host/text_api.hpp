#pragma once

#include <lua.hpp>

namespace gialint::lua {

// What rules ask of words: the loops over characters are the host's.

/// `node:repeats(lawful)`
int find_repeats(lua_State* lua);
/// `paragraphs:repeats(lawful)`: of all, and over the end of a line that stops in mid-sentence.
int find_repeats_in_list(lua_State* lua);
/// `paragraphs:pasted(least)`
int find_pasted(lua_State* lua);
/// `paragraphs:lone(characters)`
int find_lone_words(lua_State* lua);
/// `paragraphs:items()`
int find_items(lua_State* lua);
/// `node:distance(text, limit)`
int find_distance(lua_State* lua);
/// `node:doubled()`
int find_doubled_in_phrases(lua_State* lua);
/// `node:garbled(traditional)`
int find_garbled_text(lua_State* lua);

}  // namespace gialint::lua
