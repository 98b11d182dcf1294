#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/blocks/block.hpp"
#include "engine/forms/edition.hpp"
#include "engine/text/mapped_text.hpp"

namespace gialint {

/// How a section heading is numbered.
enum class NumeralStyle {
  none,     ///< 总体情况
  comma,    ///< 一、总体情况 — the official style
  digit,    ///< 3、总体情况, 3．总体情况
  bracket,  ///< （三）总体情况
  part,     ///< 第三部分 总体情况
};

/// "none", "comma", "digit", "bracket", "part": as rules name it.
std::string_view style_name(NumeralStyle style);

/// How a wording compares with the form's.
enum class WordingMatch {
  official,  ///< the form's own words, layout and punctuation set aside
  accepted,  ///< another wording that is known and right
  deviant,   ///< a wording that is known and not right
  altered,   ///< no known wording, but near enough to be recognised
};

/// "official", "accepted", "deviant", "altered": as the JSON model and rules name it.
std::string_view match_name(WordingMatch match);

/// One of the form's sections as the report has it.
struct Section {
  std::string id;  ///< "requests"
  int order = 0;   ///< of the form, from 1
  Span heading;    ///< numeral and title, markup and following sentence left out
  Span line;       ///< the heading with its markup: "## 三、…"
  Span numeral;    ///< "三、"; empty, at the title's start, when there is none
  Span title;      ///< the words
  NumeralStyle style = NumeralStyle::none;
  std::optional<int> number;  ///< what the numeral says
  std::uint8_t level = 0;     ///< Markdown and HTML heading level; 0 where the format marks none
  WordingMatch match = WordingMatch::official;
  std::string wording;            ///< the form's wording that was matched
  bool alone = true;              ///< false where text stands before it on its line, or runs on behind it unparted
  Span stray;                     ///< letters in front of the numeral that do not belong there; may be empty
  std::uint32_t position = 0;     ///< among the sections found, in the order of the text, from 0
  std::vector<Span> repeats;      ///< the words of other headings that name this section once more
  bool before_picture = false;    ///< a picture without words follows the heading
  bool in_order = true;           ///< false for a section that stands before one it should follow
  Span body;                      ///< from the end of the heading to the next section's heading or the end
  std::uint32_t first_block = 0;  ///< of Outline::blocks: the first after the heading
  std::uint32_t block_count = 0;  ///< up to the next section's heading; title and site furniture are among them
};

struct Title {
  Span span;               ///< the whole title, from organ to 年度报告, possibly over several lines
  MappedText text;         ///< joined
  Span organ;              ///< empty when the title names none
  std::string organ_name;  ///< blanks removed; empty when the title names none
  Span year_span;          ///< the four digits; empty when there is none
  std::optional<int> year;
  Span core;   ///< 政府信息公开工作年度报告, as printed; the year may stand within it
  Span extra;  ///< what should not stand before or behind the rest: 的函; empty when there is nothing
  WordingMatch match = WordingMatch::official;
  std::string wording;  ///< the form's wording of the core that was matched
};

/// Title and sections, and the blocks they consist of.
struct Outline {
  std::vector<Block> blocks;
  std::optional<Title> title;
  std::vector<Section> sections;            ///< in the order of the text; each id at most once
  std::uint32_t first_block = 0;            ///< where the report begins: what stands before is not part of it
  std::vector<std::uint32_t> title_blocks;  ///< the blocks that hold the title: no prose

  [[nodiscard]] const Section* section(std::string_view id) const;
};

struct OutlineWordings;

/// Finds title and sections. Compiled once from the wordings of all editions, then used from any thread.
class OutlineReader {
 public:
  explicit OutlineReader(const std::vector<Edition>& editions);

  [[nodiscard]] Outline read(std::vector<Block> blocks) const;

 private:
  std::shared_ptr<const OutlineWordings> wordings_;
};

}  // namespace gialint
