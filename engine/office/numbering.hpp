#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/office/number_format.hpp"

namespace gialint {

/// What stands between an automatic number and the text that it numbers.
enum class NumberSuffix : std::uint8_t { tab, space, nothing };

/// One level of a list, as the numbering part defines it (ISO/IEC 29500-1, 17.9).
struct ListLevel {
  NumberFormat format = NumberFormat::decimal;
  std::string text;                      ///< "（%2）": %1 to %9 stand for the numbers of the levels
  std::uint32_t start = 1;               ///< the first number
  std::optional<std::uint32_t> restart;  ///< begins again behind a number of this level (from 1) or above; 0: never;
                                         ///< empty: behind every level above
  bool legal = false;                    ///< all levels in it as decimals, whatever their own format
  std::size_t digits = 0;                ///< at least so many, for formats like "001, 002, …"
  NumberSuffix suffix = NumberSuffix::tab;
  std::string style;  ///< id of the paragraph style that stands for this level
};

constexpr std::size_t list_levels = 9;

/// The lists of a document: word/numbering.xml.
class Numbering {
 public:
  Numbering() = default;

  /// What of `xml` can be understood; an empty one numbers nothing.
  static Numbering read(std::string_view xml);

  /// The level `level` (from 0) of the list that paragraphs name by `number_id`; null when there is none.
  [[nodiscard]] const ListLevel* level(int number_id, std::size_t level) const;

  /// The level of that list which stands for the paragraph style `style`.
  [[nodiscard]] std::optional<std::size_t> level_of_style(int number_id, std::string_view style) const;

 private:
  friend class ListCounters;
  friend class NumberingReader;

  using Levels = std::array<std::optional<ListLevel>, list_levels>;
  struct Abstract {
    Levels levels;
    std::string style_link;  ///< the style that this list defines
    std::string uses_style;  ///< the style whose list this one is
  };
  struct Instance {
    int abstract_id = -1;
    Levels own;  ///< levels that it defines anew
    std::array<std::optional<std::uint32_t>, list_levels> starts;
  };
  using Definition = std::pair<const int, Abstract>;  ///< with its id
  /// The definition behind `instance`; null when there is none.
  [[nodiscard]] const Definition* definition_of(const Instance& instance) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, Instance> instances_;
};

/// An automatic number as it is drawn.
struct ListNumber {
  std::string text;  ///< "一、"; empty for a bullet
  NumberSuffix suffix = NumberSuffix::tab;
  bool bullet = false;
};

/// Counts the items of all lists while a document is gone through from its start.
class ListCounters {
 public:
  /// `numbering` must outlive it.
  explicit ListCounters(const Numbering& numbering) : numbering_(&numbering) {}

  /// Counts one paragraph of that list and level; empty when there is no such list.
  std::optional<ListNumber> count(int number_id, std::size_t level);

 private:
  using Numbers = std::array<std::optional<std::uint32_t>, list_levels>;

  const Numbering* numbering_;
  std::map<int, Numbers> counters_;                       // by definition: lists that share one go on counting together
  std::map<int, std::array<bool, list_levels>> started_;  // by number id: whether its own start was used
};

}  // namespace gialint
