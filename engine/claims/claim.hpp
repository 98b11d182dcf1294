#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/decimal.hpp"
#include "engine/text/span.hpp"

namespace gialint {

/// How exactly the prose states a number.
enum class Exactness : std::uint8_t {
  exact,        ///< 35
  approximate,  ///< 约, 左右: within a tenth either way
  at_least,     ///< 余, 多, 逾, 超过, 以上: from the number up to the next round one
  at_most,      ///< 近, 不足: up to the number
  range,        ///< 1至2, 3-5
};

enum class MentionKind : std::uint8_t {
  count,       ///< 3件, 20余条, 0
  money,       ///< 203000元
  percentage,  ///< 33.9%
};

/// A number that the prose states, with what it counts. Years, dates, ordinals, document and telephone numbers
/// are none.
struct Mention {
  MentionKind kind = MentionKind::count;
  Span span;      ///< of the number, in the source
  Decimal value;  ///< 3.5万 is 35000, whether 件 or 元 follows
  Decimal low;    ///< the least and the greatest value the words allow; both equal `value` when exact
  Decimal high;
  Exactness exactness = Exactness::exact;
  std::string unit;     ///< "件", "条", "元"; empty when none follows
  Span unit_span;       ///< zero-width after the number when there is none
  std::string section;  ///< id of the section it stands in; "preface" before the first
};

/// Whose figures a clause speaks of.
enum class Scope : std::uint8_t {
  own,     ///< the body itself, or nothing said
  region,  ///< 全市, 全区, 全县 …
  system,  ///< 全系统, 全市教育系统: wider than the body, not the region
};

/// One legitimate way to count what a claim states: a sum of table cells.
struct ClaimReading {
  /// A cell by its indices in Tables.
  struct Term {
    std::size_t table = 0;
    std::size_t row = 0;
    std::size_t column = 0;
    bool minus = false;
  };
  std::string label;  ///< "本年新收加上年结转"
  std::vector<Term> terms;
  std::optional<Decimal> sum;  ///< empty when a cell does not count
};

/// A fact stated in prose that a table states too.
struct Claim {
  std::string measure;  ///< of the lexicon: "requests.received"
  Span span;            ///< what a diagnostic marks: the number, or the words of a zero claim
  Span clause;          ///< the clause it was read from
  Decimal value;
  Decimal low;
  Decimal high;
  Exactness exactness = Exactness::exact;
  bool in_words = false;   ///< a zero claim in words: 未收到, 无, 均为零 written out
  bool ambiguous = false;  ///< could mean two things: no rule calls it an error
  bool weak = false;       ///< the mapping to the measure is a guess: a warning at most
  Scope scope = Scope::own;
  std::optional<int> year;             ///< the year the clause names, when it names one
  std::string section;                 ///< id of the section it stands in; "preface" before the first
  std::vector<ClaimReading> readings;  ///< the first is the default; empty when the form has no such cells
  /// No reading agrees, and the sums of the tables fail in a cell of one of them in such a way that with this
  /// claim's value they would tie: the cell is wrong, not the prose, and the totals say so already.
  bool cell_at_fault = false;
};

}  // namespace gialint
