#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/forms/sums.hpp"
#include "engine/text/result.hpp"
#include "engine/toml/document.hpp"

namespace gialint {

/// The official form as data: rules/editions/*.toml, read and validated. The keys are explained at the head of
/// rules/editions/2021.toml; ids are the ones that model paths, rules and the configuration use.
///
/// Wordings: `accepted` are silent, `deviant` are recognised and reported.

enum class ValueKind { integer, signed_integer, decimal };

struct FormTopic {
  std::string id;
  std::string title;
  std::vector<std::string> keywords;
  std::string pattern;   ///< any of the keywords, as a regular expression
  std::string evidence;  ///< a regular expression for what only a report on it says, not its name; may be empty
  bool required = false;
  bool expected = false;
  std::vector<std::string> required_for;
  std::vector<std::string> advised_for;  ///< kinds of organ of which less is expected
  std::vector<std::vector<std::string>> all_of;
  std::string part_of;  ///< this topic exists only with that one; may be empty
};

enum class SectionKind { text, table };

struct FormSection {
  std::string id;
  int order = 0;        ///< 1 to 6
  std::string numeral;  ///< "三"
  std::string title;    ///< without its numeral
  SectionKind kind = SectionKind::text;
  std::vector<std::string> tables;  ///< ids, in print order
  std::vector<std::string> accepted;
  std::vector<std::string> deviant;
  std::vector<FormTopic> topics;

  /// "三、收到和处理政府信息公开申请情况".
  [[nodiscard]] std::string heading() const { return numeral + "、" + title; }
};

struct FormColumn {
  std::string id;
  std::string label;
  std::vector<std::string> accepted;
  std::vector<std::string> deviant;
  std::string parent;  ///< headers above it, from the top, joined by "/": "行政诉讼/复议后起诉"
  ValueKind value_kind = ValueKind::integer;
  std::string unit;
  int decimals = 0;  ///< how many a figure is printed with; 0: the form does not say
};

struct FormRow {
  std::string id;     ///< "denied.state_secret"
  std::string item;   ///< "三（三）1"
  std::string label;  ///< "1.属于国家秘密"; empty when the table has no row labels
  std::string short_label;
  std::vector<std::string> accepted;
  std::vector<std::string> deviant;
  std::vector<std::string> parents;  ///< group labels over or left of it, from the outermost
  std::string role;                  ///< input, result, subtotal, output; may be empty
  std::string article;

  /// Another edition prints what this row counts as a group of rows.
  struct GroupOf {
    std::string edition;
    std::string group;
  };
  std::optional<GroupOf> same_as_group_of;
};

/// A cell of the printed header that may span columns and rows.
struct FormHeaderCell {
  std::string text;
  int columns = 1;
  int rows = 1;
};

struct FormTable {
  std::string id;
  std::string section;
  std::string caption;       ///< "第二十条第（一）项"; may be empty
  std::string note;          ///< printed in the header; may be empty
  std::string label_column;  ///< the header of the label column: "信息内容"; may be empty
  int label_columns = 0;     ///< physical columns that hold row labels, left of the numeric ones
  ValueKind value_kind = ValueKind::integer;
  std::string unit;
  std::vector<FormColumn> columns;
  std::vector<FormRow> rows;
  std::vector<std::vector<FormHeaderCell>> header;  ///< physical header rows; empty: the columns' labels alone

  [[nodiscard]] std::optional<std::size_t> row_index(std::string_view id) const;
  [[nodiscard]] std::optional<std::size_t> column_index(std::string_view id) const;
};

/// A named sum that prose speaks of and the form prints no figure for.
struct FormGroup {
  std::string id;
  std::string table;
  std::string label;
  std::vector<std::string> rows;  ///< ids; empty when it is a group of columns
  std::vector<std::string> columns;
};

enum class Relation { equal, at_least };
enum class IdentityStatus { official, definition, plausible };

/// Σ left  (= or ≥)  Σ right − Σ minus, in each column (terms are row ids) or in each row (column ids).
struct FormIdentity {
  std::string id;  ///< "requests.balance"
  std::string table;
  IdentityScope scope = IdentityScope::per_column;
  std::vector<std::string> left;
  Relation relation = Relation::equal;
  std::vector<std::string> right;
  std::vector<std::string> minus;
  IdentityStatus status = IdentityStatus::plausible;
  std::string severity;  ///< "error", "warning", "info"
  std::string source;
};

/// This year's figure against last year's report: this_year (= or ≥) last_year + plus − minus + plus_last_year.
struct FormCrossYear {
  std::string id;
  std::string table;
  IdentityScope scope = IdentityScope::per_column;
  std::string this_year;  ///< a row per column, a column per row
  Relation relation = Relation::equal;
  std::string last_year;
  std::vector<std::string> plus;               ///< this year's
  std::vector<std::string> minus;              ///< this year's
  std::vector<std::string> plus_last_year;     ///< last year's
  std::vector<std::string> not_with_editions;  ///< when last year's report follows one of these
  IdentityStatus status = IdentityStatus::plausible;
  std::string severity;
  std::string source;
};

/// The name of a cell, by the edition's ids: "requests/new_received/total".
struct CellName {
  std::string_view table;
  std::string_view row;
  std::string_view column;
};

/// Empty unless there are three parts; a further "/" belongs to the column.
std::optional<CellName> split_cell_name(std::string_view name);

/// A body's report against the sum of those below it.
struct FormRollUp {
  std::string id;
  std::string parent;    ///< kind of organ: "people_government"
  std::string children;  ///< in words
  std::vector<std::string> tables;
  Relation relation = Relation::at_least;
  bool once = false;  ///< the parent counts once what its children share: it has at least as many as each of them
  IdentityStatus status = IdentityStatus::plausible;
  std::string severity;
  std::string source;
};

/// The period that a report covers: "01-01" to "12-31" of the report year.
struct FormPeriod {
  std::string start;
  std::string end;
  std::string scope;
};

struct Edition {
  std::string id;  ///< "2021"
  std::string name;
  int first_report_year = 0;
  int last_report_year = 0;     ///< 0: still in force
  std::string document_number;  ///< "国办公开办函〔2021〕30号"
  std::string document_title;
  std::string legal_basis;
  FormPeriod period;
  std::string title_pattern;  ///< "{organ}{year}年政府信息公开工作年度报告"
  std::string title_core;
  std::vector<std::string> deviant_cores;
  std::vector<std::string> title_leading;           ///< what may stand before the organ
  std::vector<std::string> deviant_title_leading;   ///< … and should not
  std::vector<std::string> deviant_title_trailing;  ///< what should not stand behind the core
  std::vector<std::string> deviant_year_patterns;
  std::vector<std::string> placeholders;   ///< what a cell prints for "none": "-", "—", "/", "无"
  std::vector<std::string> lookalikes;     ///< characters that are written or read for a digit: "〇", "O", "l"
  std::vector<std::string> increases;      ///< words before a number that mean a plus: "增"
  std::vector<std::string> decreases;      ///< … for a minus: "减"
  std::vector<std::u32string> page_marks;  ///< page numbers, folded, "0" for each number: "第0页共0页"
  std::vector<std::string> units;          ///< what people write after a number in a cell: "件", "万元"
  std::vector<FormSection> sections;       ///< by order
  std::vector<FormTable> tables;           ///< in print order
  std::vector<FormGroup> groups;
  std::vector<FormIdentity> identities;  ///< in the order in which the totals solver assigns explanations
  FormSums sums;                         ///< the equalities among `identities`, compiled
  std::vector<FormCrossYear> cross_year;
  std::vector<FormRollUp> roll_up;
  std::vector<std::u32string> phrases;  ///< the form's own wordings of four characters and more, folded: titles, labels

  [[nodiscard]] const FormSection* section(std::string_view id) const;
  [[nodiscard]] const FormTable* table(std::string_view id) const;
  [[nodiscard]] const FormGroup* group(std::string_view id) const;
  [[nodiscard]] bool covers(int year) const {
    return year >= first_report_year && (last_report_year == 0 || year <= last_report_year);
  }
};

/// A file that defines an edition, or one that adds to it: then `overlay = "2021"` replaces `id`, and all other keys
/// are an edition's (engine/toml/overlay.hpp says how the two combine).
struct EditionFile {
  std::string name;  ///< in failures
  TomlTable root;
};

/// Reads the files in order, overlays after the editions they add to, and gives the editions by first report year.
/// Every key is known and typed, ids are unique, every id referred to exists, section orders are 1…n; otherwise the
/// Failure names file, line, column and the nearest right name. An id that an earlier edition has is a failure, and so
/// is an overlay on an edition that is not there.
Result<std::vector<Edition>> read_editions(std::vector<EditionFile> files);

}  // namespace gialint
