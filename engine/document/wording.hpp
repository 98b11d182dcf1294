#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/document/outline.hpp"
#include "engine/forms/edition.hpp"

namespace gialint {

/// A wording of a section's title, folded.
struct SectionWording {
  std::u32string folded;
  std::string text;     ///< as the form prints it
  std::string section;  ///< id
  int order = 0;
  WordingMatch match = WordingMatch::official;
};

/// A wording of the title's core, folded.
struct CoreWording {
  std::u32string folded;
  std::string text;
  WordingMatch match = WordingMatch::official;
};

/// All wordings of all editions, each once; the first edition that has one decides how it matches.
struct OutlineWordings {
  std::vector<SectionWording> sections;
  std::unordered_map<std::u32string, std::size_t> by_text;  ///< folded → index into `sections`
  std::vector<CoreWording> cores;                           ///< longest first
  std::vector<std::u32string> leading;           ///< what may stand before a title's organ, longest first: 关于
  std::vector<std::u32string> deviant_leading;   ///< … and should not: 关于报送
  std::vector<std::u32string> deviant_trailing;  ///< what should not stand behind its core: 的函
  std::size_t longest_section = 0;               ///< code points of the longest section wording
  /// Two characters in a row that the wordings of one section alone have, and which section's: index into `sections`.
  std::unordered_map<std::u32string, std::size_t> telling;

  explicit OutlineWordings(const std::vector<Edition>& editions);
};

/// The title, and the blocks that hold it, among the blocks before `limit`; `headings` (ascending) are blocks that are
/// section headings and so no part of it. Gives nothing when there is none.
std::optional<Title> find_title(const std::vector<Block>& blocks, std::size_t limit,
                                const std::vector<std::size_t>& headings, const OutlineWordings& wordings,
                                std::vector<std::uint32_t>& title_blocks);

/// Whether `text` ends like a sentence or clause: 。！？；：，… and their half-width forms.
bool ends_with_punctuation(std::string_view text);

/// Whether `text` starts with an enumerator: （一）, 一、, 1., 2）, ①, 一是.
bool starts_with_enumerator(std::string_view text);

/// Whether `text` holds a mark that ends a sentence or clause anywhere.
bool has_clause_mark(std::string_view text);

}  // namespace gialint
