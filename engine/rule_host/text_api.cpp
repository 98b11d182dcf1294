#include "engine/rule_host/text_api.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/document/enumeration.hpp"
#include "engine/document/repetition.hpp"
#include "engine/report/own_words.hpp"
#include "engine/rule_host/lua_values.hpp"
#include "engine/rule_host/object.hpp"
#include "engine/rule_host/rule_run.hpp"
#include "engine/rule_host/sandbox.hpp"
#include "engine/text/garbled.hpp"
#include "engine/text/normalize.hpp"
#include "engine/text/unicode.hpp"
#include "engine/text/words.hpp"

namespace gialint::lua {
namespace {

// ---- repetitions

LawfulDoubling lawful_argument(lua_State* lua, int index) {
  luaL_checktype(lua, index, LUA_TTABLE);
  const auto set_of = [&](const char* field) {
    lua_getfield(lua, index, field);
    std::u32string characters;
    if (lua_type(lua, -1) == LUA_TSTRING) characters = to_utf32(text_argument(lua, -1));
    lua_pop(lua, 1);
    return characters;
  };
  return {set_of("particles"), set_of("distributive"), set_of("leading"),
          set_of("counting"),  set_of("closing"),      set_of("marks")};
}

/// Adds { first, second, whole, length, blank } to the table below the two nodes at the top of the stack, and takes
/// these off. `whole` is pushed by `push_whole`.
template <typename PushWhole>
void add_repetition(lua_State* lua, std::size_t length, bool blank, lua_Integer number, const PushWhole& push_whole) {
  LuaState::of(lua).charge(8);
  lua_createtable(lua, 0, 5);
  lua_insert(lua, -3);
  lua_setfield(lua, -3, "second");
  lua_setfield(lua, -2, "first");
  push_whole();
  lua_setfield(lua, -2, "whole");
  lua_pushinteger(lua, static_cast<lua_Integer>(length));
  lua_setfield(lua, -2, "length");
  lua_pushboolean(lua, blank ? 1 : 0);
  lua_setfield(lua, -2, "blank");
  lua_rawseti(lua, -2, number);
}

void add_repetitions(lua_State* lua, const Node& node, const std::vector<Repetition>& found, lua_Integer& count) {
  for (const Repetition& each : found) {
    push_part(lua, Kind::point, node, each.first);
    push_part(lua, Kind::point, node, each.second);
    add_repetition(lua, each.length, each.first.end < each.second.begin, ++count,
                   [&] { push_part(lua, Kind::point, node, hull(each.first, each.second)); });
  }
}

const List& check_paragraphs(lua_State* lua) {
  const auto& list = static_cast<const List&>(check_object(lua, 1, Kind::list));
  if (list.text == nullptr) raise(lua, "only lists of paragraphs can be searched");
  return list;
}

/// Pushes item `index` of a list; the node lives as long as it is on the stack.
const Node& push_paragraph_of(lua_State* lua, const List& list, std::size_t index) {
  list.push(lua, list.anchor, index);
  return check_node(lua, -1);
}

std::size_t last_character(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

// How much of the next line is looked at for words that began at the end of this one.
constexpr std::size_t reach_into_next = 16;

/// The beginning of the next paragraph, where this one stops in mid-sentence: a line that no format marks as one.
std::string_view continuation(lua_State* lua, const List& list, std::size_t index) {
  if (index + 1 >= list.count) return {};
  const std::string_view before = list.text(list.anchor, index);
  const std::string_view after = list.text(list.anchor, index + 1);
  if (before.empty() || after.empty()) return {};
  if (!is_han(code_point_at(before, last_character(before)).value) || !is_han(code_point_at(after, 0).value)) return {};
  // Below a heading its words come again by right.
  const int top = lua_gettop(lua);
  const bool heading = as<Paragraph>(push_paragraph_of(lua, list, index)).heading ||
                       as<Paragraph>(push_paragraph_of(lua, list, index + 1)).heading;
  lua_settop(lua, top);
  if (heading) return {};
  std::size_t end = 0;
  for (std::size_t i = 0; i < reach_into_next && end < after.size(); ++i) end += code_point_at(after, end).length;
  return after.substr(0, end);
}

/// Adds what is repeated in paragraph `index` of the list, and over its end, to the table at the top of the stack.
void add_repetitions_of(lua_State* lua, const List& list, std::size_t index, const LawfulDoubling& lawful,
                        lua_Integer& count) {
  const std::string_view text = list.text(list.anchor, index);
  const std::string_view next = continuation(lua, list, index);
  const std::vector<Repetition> found =
      next.empty() ? find_repetitions(text, lawful) : find_repetitions(std::string(text).append(next), lawful);
  const auto end = static_cast<std::uint32_t>(text.size());
  for (const Repetition& each : found) {
    if (each.first.begin >= end || (each.second.begin < end && each.second.end > end)) continue;
    const int top = lua_gettop(lua);
    const bool over = each.second.begin >= end;
    if (each.first.end > end) continue;
    const Node& node = push_paragraph_of(lua, list, index);
    push_part(lua, Kind::point, node, each.first);
    const Span first = check_node(lua, -1).span;
    if (over) {
      const Node& other = push_paragraph_of(lua, list, index + 1);
      push_part(lua, Kind::point, other, {each.second.begin - end, each.second.end - end});
      lua_remove(lua, -2);
    } else {
      push_part(lua, Kind::point, node, each.second);
    }
    const Span second = check_node(lua, -1).span;
    lua_pushvalue(lua, top);
    lua_insert(lua, -3);
    add_repetition(lua, each.length, each.first.end < each.second.begin, ++count, [&] {
      if (over) {
        push_point(lua, node.anchor, hull(first, second));
      } else {
        push_part(lua, Kind::point, node, hull(each.first, each.second));
      }
    });
    lua_settop(lua, top);
  }
}

// ---- what was pasted twice

struct SentencePlace {
  std::size_t paragraph = 0;
  Span span;  ///< in the paragraph's text
};

/// The sentences of `text`, with the marks that end them.
void add_sentences(std::string_view text, std::size_t paragraph, std::vector<SentencePlace>& sentences) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && is_blank(code_point_at(text, begin).value)) begin += code_point_at(text, begin).length;
    if (begin < end)
      sentences.push_back({paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    if (std::u32string_view(U"。！？!?").find(point.value) == std::u32string_view::npos) continue;
    add(begin, at);
    begin = at;
  }
  add(begin, text.size());
}

/// `text` without blanks and marks, for comparing.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_word(point.value)) out.append(text.substr(at, point.length));
    at += point.length;
  }
  return out;
}

// ---- words of one character

/// Whether a mark, or nothing, follows at `at`, blanks passed over.
bool ends_clause(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(code_point_at(text, at).value)) at += code_point_at(text, at).length;
  return at == text.size() || !is_word(code_point_at(text, at).value);
}

/// Whether the last character of `clause` is a word, and the one before it is Chinese. Two words of one character in a
/// row may be one that the vocabulary lacks, so the one before has to be longer, or so common that it stands alone: 共,
/// 了.
bool is_word_by_itself(std::string_view clause) {
  constexpr int common = 23;
  constexpr std::size_t reach = 12;  // words further back do not matter
  std::u32string all = to_utf32(clause);
  std::erase_if(all, is_blank);
  if (all.size() > reach) all.erase(0, all.size() - reach);
  const std::vector<Word> words = segment(all);
  if (words.size() < 2 || words.back().size() != 1) return false;
  const Word& before = words[words.size() - 2];
  if (!is_han(all[before.begin])) return false;
  return before.size() > 1 || rarity(std::u32string_view(all).substr(before.begin, 1)).value_or(common + 1) <= common;
}

}  // namespace

int find_repeats(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const LawfulDoubling lawful = lawful_argument(lua, 2);
  const std::string_view text = searched_text(node);
  LuaState::of(lua).charge(1 + text.size() / 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  add_repetitions(lua, node, find_repetitions(text, lawful), count);
  return 1;
}

int find_repeats_in_list(lua_State* lua) {
  const List& list = check_paragraphs(lua);
  const LawfulDoubling lawful = lawful_argument(lua, 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t index = 0; index < list.count; ++index) {
    LuaState::of(lua).charge(1 + list.text(list.anchor, index).size() / 2);
    add_repetitions_of(lua, list, index, lawful, count);
  }
  return 1;
}

int find_pasted(lua_State* lua) {
  const List& list = check_paragraphs(lua);
  const lua_Integer least = check_integer(lua, 2);
  luaL_argcheck(lua, least >= 1, 2, "at least 1");
  std::vector<SentencePlace> sentences;
  for (std::size_t index = 0; index < list.count; ++index) {
    const std::string_view text = list.text(list.anchor, index);
    LuaState::of(lua).charge(1 + text.size() / 4);
    add_sentences(text, index, sentences);
  }
  const auto text_of_sentence = [&](const SentencePlace& each) {
    return list.text(list.anchor, each.paragraph).substr(each.span.begin, each.span.size());
  };
  // Bytes of three a character: too short before anything is taken off is too short.
  const std::size_t fewest_bytes = static_cast<std::size_t>(least) * 3;
  std::unordered_map<std::string, std::size_t> seen;
  const auto is_own = [&](std::string_view text) {
    Paragraph alone;
    alone.text.append(text, 0);
    return own_words({alone}, list.anchor.report->common_text()).size() >= static_cast<std::size_t>(least);
  };
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::string_view text = text_of_sentence(sentences[i]);
    if (text.size() < fewest_bytes) continue;
    const auto [found, is_new] = seen.emplace(bare(text), i);
    if (is_new || !is_own(text)) continue;
    // As far as both go on alike within their paragraphs: a paragraph pasted twice is one thing.
    const std::size_t first = found->second;
    std::size_t length = 1;
    while (i + length < sentences.size() && sentences[i + length].paragraph == sentences[i].paragraph &&
           sentences[first + length].paragraph == sentences[first].paragraph && first + length < i &&
           bare(text_of_sentence(sentences[i + length])) == bare(text_of_sentence(sentences[first + length]))) {
      ++length;
    }
    const int top = lua_gettop(lua);
    const auto push_sentences = [&](std::size_t from) {
      const Node& node = push_paragraph_of(lua, list, sentences[from].paragraph);
      push_part(lua, Kind::point, node, hull(sentences[from].span, sentences[from + length - 1].span));
      lua_remove(lua, -2);
    };
    lua_createtable(lua, 0, 2);
    push_sentences(first);
    lua_setfield(lua, -2, "first");
    push_sentences(i);
    lua_setfield(lua, -2, "second");
    lua_rawseti(lua, top, ++count);
    i += length - 1;
  }
  return 1;
}

int find_lone_words(lua_State* lua) {
  const List& list = check_paragraphs(lua);
  const std::u32string wanted = to_utf32(text_argument(lua, 2));
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t index = 0; index < list.count; ++index) {
    const std::string_view text = list.text(list.anchor, index);
    LuaState::of(lua).charge(1 + text.size() / 4);
    std::size_t clause = 0;  // where the clause begins
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const std::size_t next = at + point.length;
      if (!is_word(point.value) && !is_blank(point.value)) clause = next;
      const bool is_wanted = wanted.find(point.value) != std::u32string::npos;
      // 条 at the end of a line that goes on with 例 ends nothing.
      const bool ends = is_wanted && at > clause && ends_clause(text, next) &&
                        (next < text.size() || continuation(lua, list, index).empty());
      if (ends && is_word_by_itself(text.substr(clause, next - clause))) {
        const Node& node = push_paragraph_of(lua, list, index);
        lua_createtable(lua, 0, 3);
        const auto part = [&](const char* field, std::size_t begin, std::size_t end) {
          push_part(lua, Kind::point, node, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
          lua_setfield(lua, -2, field);
        };
        part("at", at, next);
        part("before", clause, at);
        part("after", next, text.size());
        lua_rawseti(lua, -3, ++count);
        lua_pop(lua, 1);
      }
      at = next;
    }
  }
  return 1;
}

int find_items(lua_State* lua) {
  const List& list = check_paragraphs(lua);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t index = 0; index < list.count; ++index) {
    const std::string_view text = list.text(list.anchor, index);
    LuaState::of(lua).charge(1 + text.size() / 8);
    const std::vector<Enumerator> found = find_enumerators(text);
    if (found.empty()) continue;
    const Node& node = push_paragraph_of(lua, list, index);
    for (std::size_t i = 0; i < found.size(); ++i) {
      LuaState::of(lua).charge(8);
      const Enumerator& each = found[i];
      const std::uint32_t end =
          i + 1 < found.size() ? found[i + 1].mark.begin : static_cast<std::uint32_t>(text.size());
      lua_createtable(lua, 0, 6);
      push_part(lua, Kind::point, node, each.mark);
      lua_setfield(lua, -2, "at");
      push_part(lua, Kind::point, node, {each.mark.end, end});
      lua_setfield(lua, -2, "text");
      push_text(lua, enumerator_style_name(each.style));
      lua_setfield(lua, -2, "style");
      lua_pushinteger(lua, each.number);
      lua_setfield(lua, -2, "number");
      lua_pushboolean(lua, each.opens ? 1 : 0);
      lua_setfield(lua, -2, "opens");
      lua_pushinteger(lua, static_cast<lua_Integer>(index) + 1);
      lua_setfield(lua, -2, "paragraph");
      lua_rawseti(lua, -3, ++count);
    }
    lua_pop(lua, 1);
  }
  return 1;
}

int find_distance(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string_view other = text_argument(lua, 2);
  constexpr lua_Integer most = 20;  // beyond it two wordings have nothing to do with each other
  const lua_Integer limit = check_integer(lua, 3);
  luaL_argcheck(lua, limit >= 0 && limit <= most, 3, "0 to 20");
  const std::u32string a = fold_text(text_of(node));
  const std::u32string b = fold_text(other);
  LuaState::of(lua).charge(1 + a.size() * static_cast<std::size_t>(2 * limit + 1) / 4);
  const std::size_t distance = edit_distance(a, b, static_cast<std::size_t>(limit));
  if (distance > static_cast<std::size_t>(limit)) {
    lua_pushnil(lua);
  } else {
    lua_pushinteger(lua, static_cast<lua_Integer>(distance));
  }
  return 1;
}

int find_doubled_in_phrases(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::string_view text = searched_text(node);
  LuaState::of(lua).charge(1 + text.size() / 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  add_repetitions(lua, node, find_doubled(text, report_of(node).edition().phrases), count);
  return 1;
}

int find_garbled_text(lua_State* lua) {
  const Node& node = check_node(lua, 1);
  const std::u32string traditional = to_utf32(text_argument(lua, 2));
  const std::string_view text = searched_text(node);
  LuaState::of(lua).charge(1 + text.size() / 2);
  lua_newtable(lua);
  lua_Integer count = 0;
  for (const Garbled& each : find_garbled(text, traditional)) {
    LuaState::of(lua).charge(8);
    lua_createtable(lua, 0, 4);
    push_part(lua, Kind::point, node, each.span);
    lua_setfield(lua, -2, "at");
    push_text(lua, garbled_kind_name(each.kind));
    lua_setfield(lua, -2, "kind");
    push_text(lua, each.was);
    lua_setfield(lua, -2, "was");
    const std::string_view line = text.substr(0, each.span.begin);
    lua_pushboolean(lua, trim(line.substr(line.rfind('\n') + 1)).empty() ? 1 : 0);
    lua_setfield(lua, -2, "opens_line");
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

}  // namespace gialint::lua
