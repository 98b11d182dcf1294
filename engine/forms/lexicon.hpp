#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/forms/vocabulary.hpp"
#include "engine/forms/word_index.hpp"
#include "engine/text/pattern.hpp"
#include "engine/text/result.hpp"

namespace gialint {

struct TomlTable;

/// What the prose of a report may say in numbers, and which table cells say the same: rules/lexicon/*.toml, read and
/// compiled. The keys are explained at the head of rules/lexicon/measures.toml.
///
/// Phrases are regular expressions over a skeleton of the text (engine/claims/skeleton.hpp), in which every number
/// and every year is one character. These are the characters.
namespace skeleton_mark {
constexpr char32_t count = U'\uE000';      ///< a number with a unit that counts: 3件, 约30余起
constexpr char32_t bare = U'\uE001';       ///< a number with nothing after it: 数量为0
constexpr char32_t other = U'\uE002';      ///< any other number: 5名, 第20
constexpr char32_t month = U'\uE003';      ///< a month without a day: 10月
constexpr char32_t date = U'\uE004';       ///< a day: 12月31日; the months of a whole year: 1至12月
constexpr char32_t title = U'\uE005';      ///< 《…》
constexpr char32_t money = U'\uE006';      ///< 20.5万元
constexpr char32_t percent = U'\uE007';    ///< 35%, 12个百分点
constexpr char32_t hundred = U'\uE008';    ///< 100%
constexpr char32_t this_year = U'\uE010';  ///< the report's year: 2023年, 今年
constexpr char32_t last_year = U'\uE011';
constexpr char32_t next_year = U'\uE012';
constexpr char32_t some_year = U'\uE013';  ///< another year, or any year where the report's is not known
}  // namespace skeleton_mark

/// A place in the tables as the lexicon writes it, "requests/@denied/total": a name with "@" is one of the edition's
/// groups and stands for the sum of its rows (or columns).
struct CellPath {
  std::string table;
  std::string row;
  std::string column;
  bool row_group = false;
  bool column_group = false;
};

/// One legitimate way to count a measure with the tables: Σ cells − Σ minus.
struct MeasureReading {
  std::string label;  ///< "本年新收加上年结转"
  std::vector<CellPath> cells;
  std::vector<CellPath> minus;
  std::vector<CellPath> when_zero;  ///< only where all of these are 0
  bool part = false;                ///< the words name a part of what the cells count: only more contradicts
};

/// A quantity that prose states, and mostly tables too.
struct Measure {
  std::string id;  ///< "requests.received"
  std::string title_zh;
  std::string title_en;
  /// The first is what the words mean by default, the others are accepted. One whose cells the edition does not have
  /// does not apply. None at all: only the prose states it, perhaps twice.
  std::vector<MeasureReading> readings;
  int cell_exponent = 0;  ///< the cells count in units of 10^this: 4 for 万元
};

/// What kind of statement a phrase makes.
enum class Statement : std::uint8_t {
  figure,    ///< a number, or none at all: 未收到
  finished,  ///< nothing is left open: 均已办结
  outcome,   ///< nobody was found wrong: 零败诉, 均获维持
};

/// One way to state one or more measures.
struct Phrase {
  std::string family;           ///< id
  std::optional<Pattern> text;  ///< always there; over the skeleton
  /// Of each of these groups one word is in every match, behind the one of the group before: a cheap look before the
  /// expression runs, or is compiled. Numbers in Lexicon::words.
  std::vector<std::vector<std::uint32_t>> words;

  /// What a group of the expression states.
  struct Slot {
    std::vector<std::size_t> measures;  ///< indices into Lexicon::measures; empty: a number that is no claim
    bool in_words = false;              ///< the group is the words of a zero claim, not a number
    bool money = false;
  };
  std::vector<Slot> slots;  ///< for each group of the expression
  bool names_topic = true;  ///< the words themselves say what is counted; else the context must
  bool weak = false;
  bool ambiguous = false;
  Statement statement = Statement::figure;
  std::optional<Pattern> unless;         ///< anywhere in the sentence
  std::optional<Pattern> unless_before;  ///< from the start of the clause to what the claim marks
};

/// Phrases that speak of one subject, and what must or must not surround them.
struct PhraseFamily {
  std::string id;  ///< "requests"
  /// Words without which a paragraph says nothing of it, unless the heading above does: numbers in Lexicon::words.
  std::vector<std::uint32_t> anchors;
  std::optional<Pattern> context;   ///< always there; names the subject
  std::optional<Pattern> excluded;  ///< subjects that look alike
  std::optional<Pattern> unless;    ///< in the sentence: nothing of this family is understood
  std::vector<std::size_t> bases;   ///< measures that a percentage of this family's figures may be taken of
};

/// How a total and its parts, a number and its share are joined. All over the skeleton.
struct ListWords {
  std::optional<Pattern> opener;     ///< between a total and its parts: 其中, 具体为
  std::optional<Pattern> stop;       ///< in the words of a member: it is none, and the list is over
  std::optional<Pattern> aside;      ///< words without a count that belong to the member before them: 占…
  std::optional<Pattern> rest;       ///< words of a last member that make the list complete: 其他
  std::optional<Pattern> overlap;    ///< in the paragraph: the parts may add up to more than the total
  std::optional<Pattern> not_total;  ///< in the clause before a number: it is no total, 较上年增加
  std::optional<Pattern> share;      ///< all that stands between a number and what per cent of the whole it is
  std::optional<Pattern> rate;       ///< the same behind what the number counts: 满意117份，满意率97.5%
  std::optional<Pattern> share_of;  ///< behind it the whole is named: 收回191份，满意183份，占收回问卷的95.8%
  std::optional<Pattern> other_whole;  ///< in that name: no number of the sentence is meant
  std::optional<Pattern> sum;          ///< all that stands before the sum of what the clause before tells: 共, 合计
};

/// The classes that a whole falls into: a list that names them all is complete.
struct Partition {
  std::string id;
  std::vector<Pattern> classes;  ///< over the words of a member
};

/// Measures that add up: total + plus = Σ parts, where one sentence states them all.
struct Balance {
  std::vector<std::size_t> total;               ///< any one of these
  std::vector<std::size_t> plus;                ///< may be counted in the total or besides it
  std::vector<std::vector<std::size_t>> parts;  ///< one of each
};

/// A number beside last year's: three groups, now, before and by how much (a count or a percentage).
struct Comparison {
  Pattern text;
  bool rises = false;
  bool change_first = false;  ///< the groups are now, by how much, before: 增加420条（2020年为5,471条）
};

/// A number and how it changed against last year's: 22件，同比下降29%. Two groups, now and by how much (a count, a
/// percentage, 倍), or one, where the words themselves say it: 翻一番.
struct TrendPhrase {
  Pattern text;
  bool rises = false;
  std::optional<std::int64_t> percent;  ///< what the words say
};

/// How numbers are written.
struct NumberWords {
  std::vector<std::string> count_units;         ///< 件, 起; longest first, as all lists of this struct
  std::vector<std::string> money_units;         ///< 元, 万元
  std::vector<std::string> percent_units;       ///< %, 个百分点
  std::vector<std::string> thing_units;         ///< 人, 户: what the tables never count, though it is counted
  std::vector<std::string> other_units;         ///< 类, 级: numbers that count nothing
  std::vector<std::string> year_units;          ///< 年
  std::vector<std::string> month_units;         ///< 月
  std::vector<std::string> day_units;           ///< 日, 号
  std::vector<std::string> time_units;          ///< 时, 分钟
  std::vector<std::string> ordinal_before;      ///< 第
  std::vector<std::string> not_counts;          ///< 一次性: looks like a number with a unit
  std::vector<std::string> approximate_before;  ///< 约
  std::vector<std::string> approximate_after;   ///< 左右
  std::vector<std::string> at_least_before;     ///< 超过
  std::vector<std::string> at_least_after;      ///< 余, 多, 以上
  std::vector<std::string> at_most_before;      ///< 近, 不足
  std::vector<std::string> at_most_after;       ///< 以内
  std::vector<std::string> range_joints;        ///< 至, -
  std::vector<std::string> zero_after;          ///< 为: a written-out zero without a unit counts after these
  std::vector<std::string> respectively;        ///< 分别为: the numbers of several labels follow
  std::vector<std::string> and_words;           ///< 和, 以及: between the last two of several
  std::vector<std::string> this_year;           ///< 今年, 本年
  std::vector<std::string> last_year;           ///< 上年, 去年
  std::vector<std::string> next_year;           ///< 下年, 次年

  /// What a number's unit says of it.
  enum class UnitKind : std::uint8_t { count, thing, money, percentage, other, year, month, day };
  /// All units; of two that begin alike the longer counts: 个工作日 is no 个.
  WordIndex units;
  std::vector<UnitKind> unit_kinds;  ///< by number in `units`

  /// The words of `respectively`.
  WordIndex respectively_words;

  /// The words of the last three, by number: how many years they are from the report's.
  WordIndex year_words;
  std::vector<int> year_offsets;

  /// Every list by its key in the file.
  struct Key {
    const char* name;
    std::vector<std::string> NumberWords::*list;
  };
  static const std::vector<Key>& keys();
};

/// Words that change what a claim is about, for every family. All over the skeleton.
struct ContextWords {
  std::optional<Pattern> own;            ///< 我局, 本机关
  std::optional<Pattern> part;           ///< 市本级: in a government's report less than the table, perhaps
  std::optional<Pattern> region;         ///< 全市, 我县
  std::optional<Pattern> system;         ///< 全系统
  std::optional<Pattern> level;          ///< 县 in 全县 and in the organ's name: whose region is meant
  std::optional<Pattern> government;     ///< of the title's organ: one that reports for a region
  std::optional<Pattern> skip_clause;    ///< between the start of the clause and the number: nothing is understood
  std::optional<Pattern> skip_sentence;  ///< between the start of the sentence and the number
  std::optional<Pattern> all_ways;       ///< behind a list of ways in, all are meant: what stands before guards nothing
  std::optional<Pattern> cumulative;     ///< 累计: over more than the year, unless
  std::optional<Pattern> within_year;    ///< 全年: stands in the sentence
  std::optional<Pattern> not_before;     ///< right before the match: 未
  std::optional<Pattern> year_aside;     ///< a year within this (结转到2024年) dates nothing else
};

/// What kind of organ a name says it is.
struct OrganKind {
  std::string id;               ///< "people_government"
  std::optional<Pattern> name;  ///< always there; over the name itself, without blanks
};

/// A value: copying shares the compiled expressions; used from any thread.
struct Lexicon {
  NumberWords numbers;
  Vocabulary vocabulary;
  FrameRows frames;
  ContextWords context;
  std::vector<OrganKind> organ_kinds;  ///< the first whose expression is found in the name
  std::optional<Pattern> regional;  ///< found in the name of an organ that says which region it is of: 云溪县民政局
  std::vector<std::string> governments;   ///< what a region's government adds to its name: 人民政府
  std::vector<Pattern> organ_prefaces;    ///< how a preface names whose report it is; group 1 is the name
  std::vector<Pattern> organ_signatures;  ///< … and the paragraphs at the end …
  std::vector<Pattern> organ_contacts;    ///< … and whom to ask
  std::optional<Pattern> no_organ;        ///< found in what is no name, though it may stand in the place of one: 本局
  std::vector<Pattern> common_text;       ///< what law and form make everybody write, over the text as printed
  std::vector<Measure> measures;
  std::vector<PhraseFamily> families;
  std::vector<Phrase> phrases;  ///< a number belongs to the first phrase that matches
  ListWords lists;
  std::vector<Partition> partitions;
  std::vector<Balance> balances;
  std::vector<Comparison> comparisons;
  std::vector<TrendPhrase> trends;
  std::vector<std::string> change_percent;  ///< units of a change in per cent: %
  std::vector<std::string> change_times;    ///< … in times of what there was: 倍
  WordIndex anchors;                        ///< of all families
  WordIndex words;                          ///< that phrases and families are looked for by

  /// The named alternatives that patterns are written with: <topic>.
  struct Alternatives {
    std::string name;
    std::string expression;             ///< expanded: "(?:政府信息公开申请|依申请公开)"
    std::vector<std::string> literals;  ///< one of them is in every match; empty when no such words are certain
  };
  std::vector<Alternatives> alternatives;

  [[nodiscard]] const Measure* measure(std::string_view id) const;
  [[nodiscard]] const PhraseFamily* family(std::string_view id) const;
  /// What the organ of that name is; nullptr when its name does not say.
  [[nodiscard]] const OrganKind* organ_kind(std::string_view organ_name) const;
};

/// Reads one lexicon file on top of `base`: its words may be used and added to, its measures and families referred
/// to. Lists grow, and an expression under [context], [lists] or [organ_names] is one more way to match; a measure,
/// family or word named again is a failure. The Failure names file, line and column.
Result<Lexicon> read_lexicon(std::string_view toml, const std::string& file_name, Lexicon base = {},
                             PatternCompile when = PatternCompile::now);
/// The same of a file that is parsed already.
Result<Lexicon> read_lexicon(const TomlTable& root, const std::string& file_name, Lexicon base, PatternCompile when);

}  // namespace gialint
