#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/forms/lexicon.hpp"
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

/// "exact", "approximate", "at_least", "at_most", "range": as the JSON model and rules name it.
std::string_view exactness_name(Exactness exactness);

enum class MentionKind : std::uint8_t {
  count,       ///< 3件, 20余条, 0
  money,       ///< 203000元
  percentage,  ///< 33.9%
};

/// "count", "money", "percentage": as rules name it.
std::string_view mention_kind_name(MentionKind kind);

/// A number that the prose states, with what it counts. Years, dates, ordinals, document and telephone numbers
/// are none.
struct Mention {
  MentionKind kind = MentionKind::count;
  Span span;      ///< of the number, in the source
  Decimal value;  ///< 3.5万 is 35000, whether 件 or 元 follows
  Decimal low;    ///< the least and the greatest value the words allow; both equal `value` when exact
  Decimal high;
  Exactness exactness = Exactness::exact;
  Decimal step = 1;     ///< one in the last place printed: 0.01 for 4.34%, 100 for 1.53万
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

/// "own", "region", "system": as rules name it.
std::string_view scope_name(Scope scope);

/// "figure", "finished", "outcome": as rules name it.
std::string_view statement_name(Statement statement);

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
  bool part = false;           ///< the words name a part of it: only more contradicts
};

/// What the tables say to a claim.
enum class ClaimVerdict : std::uint8_t {
  unknown,       ///< nothing: no such cells, some of them cannot be read, another year, another body, two meanings
  agrees,        ///< one of its readings has this value
  contradicted,  ///< all of them have another
};

/// "unknown", "agrees", "contradicted": as the JSON model and rules name it.
std::string_view verdict_name(ClaimVerdict verdict);

/// A fact stated in prose that a table states too.
struct Claim {
  std::string measure;  ///< of the lexicon: "requests.received"
  Span span;            ///< what a diagnostic marks: the number, or the words of a zero claim
  Span clause;          ///< the clause it was read from
  Decimal value;
  Decimal low;
  Decimal high;
  Exactness exactness = Exactness::exact;
  Decimal step = 1;  ///< one in the last place printed, in the cells' unit as `value` is
  Decimal printed;   ///< in the unit that is printed, 元 for money; `value` where the cells have the same
  Statement statement = Statement::figure;
  bool in_words = false;   ///< a zero claim in words: 未收到, 无, 均为零 written out
  bool ambiguous = false;  ///< could mean two things: no rule calls it an error
  bool weak = false;       ///< the mapping to the measure is a guess: a warning at most
  bool part = false;       ///< counts less than the tables do (县本级 in a county's report): only more contradicts
  Scope scope = Scope::own;
  std::optional<int> year;             ///< the year the clause names, when it names one
  std::string section;                 ///< id of the section it stands in; "preface" before the first
  std::vector<ClaimReading> readings;  ///< the first is the default; empty when the form has no such cells
  /// No reading agrees, and the sums of the tables fail in a cell of one of them in such a way that with this
  /// claim's value they would tie: the cell is wrong, not the prose, and the totals say so already.
  bool cell_at_fault = false;
  ClaimVerdict verdict = ClaimVerdict::unknown;
};

/// A total and its parts: 13件（县政府文件5件，县政府办文件8件）.
struct Breakdown {
  enum class Fault : std::uint8_t {
    none,
    part,   ///< one part is more than the total
    above,  ///< the parts add up to more
    below,  ///< the list is complete and adds up to less
  };
  Span span;  ///< of the total, as printed
  Mention total;
  std::vector<Mention> parts;
  Decimal sum;  ///< of the parts
  Fault fault = Fault::none;
  std::size_t at = 0;        ///< with Fault::part: which one
  bool mixed_units = false;  ///< 条, 次 and 项 in one list
  bool follows = false;      ///< the tables contradict one of its numbers: what does not add up follows from that
};

/// "none", "part", "above", "below": as the JSON model and rules name it.
std::string_view fault_name(Breakdown::Fault fault);

/// A percentage that the prose states of a number it also states: 35件，占4.34%.
struct Share {
  enum class Kind : std::uint8_t {
    share,   ///< of a whole
    growth,  ///< against last year's number, which stands beside it
  };
  Kind kind = Kind::share;
  Span span;           ///< of the percentage (or of the count that grew), in the source
  Mention stated;      ///< the percentage, or the count
  Mention part;        ///< the number it is said of
  Decimal base;        ///< what it would be taken of by default
  Decimal expected;    ///< what it would then be, with as many decimals
  bool agrees = true;  ///< with some number that it may be said of, and some base
};

/// "share", "growth": as rules name it.
std::string_view share_kind_name(Share::Kind kind);

/// How a figure changed against last year's, which does not stand beside it: 22件，同比下降29%.
struct Trend {
  Span span;       ///< in the source, what is said of the figure: 同比下降29%
  Mention stated;  ///< 29%, 1.03倍, 3件, or all of the words: 同比翻一番
  Mention change;  ///< the same in per cent where it is no count
  bool rises = false;
  bool in_times = false;       ///< stated in 倍
  std::vector<Claim> figures;  ///< what it is said of, then what else its sentence states before; never empty
};

}  // namespace gialint
