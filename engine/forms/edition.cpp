#include "engine/forms/edition.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "engine/text/normalize.hpp"
#include "engine/text/pattern.hpp"
#include "engine/text/sentence.hpp"
#include "engine/toml/fields.hpp"
#include "engine/toml/overlay.hpp"

namespace gialint {
namespace {

// Generous bounds that keep every sum of spans and orders far from overflow.
constexpr std::int64_t max_count = 1000;
constexpr std::int64_t max_year = 9999;
constexpr std::int64_t max_decimals = 8;

template <class T>
std::optional<std::size_t> index_of(const std::vector<T>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
  return found == items.end() ? std::nullopt : std::optional<std::size_t>(found - items.begin());
}

template <class T>
const T* item_of(const std::vector<T>& items, std::string_view id) {
  const std::optional<std::size_t> index = index_of(items, id);
  return index ? &items[*index] : nullptr;
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const T& item : items) {
    ids.push_back(item.id);
  }
  return ids;
}

std::vector<std::string> plain(const std::vector<TomlText>& texts) {
  std::vector<std::string> result;
  result.reserve(texts.size());
  for (const TomlText& text : texts) {
    result.push_back(text.text);
  }
  return result;
}

/// Reads one file from top to bottom. A table refers only to what stands in sections and tables, which are read first.
class EditionReader {
 public:
  EditionReader(const TomlTable& root, const std::string& file_name) : root_(&root), faults_(file_name) {}

  Result<Edition> read();

 private:
  /// An item with a number, sorted by it once all are read.
  struct Numbered {
    std::int64_t number = 0;
    Position place;
  };

  void read_document(TomlFields& fields);
  void read_title(TomlFields& fields);
  void read_period(TomlFields& fields);

  void read_sections(TomlFields& fields);
  FormTopic read_topic(const TomlTable& table, const FormSection& section);
  void read_tables(TomlFields& fields);
  FormColumn read_column(const TomlTable& table, const FormTable& form);
  FormRow read_row(const TomlTable& table, const FormTable& form);
  void read_header(TomlFields& fields, FormTable& form, std::int64_t header_rows);
  void check_header(Position place, const FormTable& form, std::int64_t header_rows);
  void order_tables();

  void read_groups(TomlFields& fields);
  void read_identities(TomlFields& fields);
  void read_cross_years(TomlFields& fields);
  void read_roll_ups(TomlFields& fields);

  template <class T>
  std::string read_id(TomlFields& fields, const std::vector<T>& earlier);
  ValueKind read_value_kind(TomlFields& fields, ValueKind otherwise);
  Relation read_relation(TomlFields& fields);
  IdentityStatus read_status(TomlFields& fields);
  std::string read_severity(TomlFields& fields);
  IdentityScope read_scope(TomlFields& fields);
  std::vector<std::vector<std::string>> read_word_groups(TomlFields& fields, std::string_view key);
  const FormTable* read_table_id(TomlFields& fields);

  template <class T>
  void check_id(const TomlText& name, const std::vector<T>& known, const Sentence& what);
  /// The terms of a relation: rows when it holds per column, columns when it holds per row.
  std::vector<std::string> read_terms(TomlFields& fields, std::string_view key, bool required, const FormTable* table,
                                      IdentityScope scope);
  std::string read_term(TomlFields& fields, std::string_view key, const FormTable* table, IdentityScope scope);
  void check_term(const TomlText& term, const FormTable* table, IdentityScope scope);
  /// Sorts `items` by their numbers, which must be 1 to n.
  template <class T>
  void sort_by_number(std::vector<T>& items, const std::vector<Numbered>& numbers, std::string_view key);

  const TomlTable* root_;
  TomlFaults faults_;
  Edition edition_;
  std::vector<Position> table_places_;                 ///< of edition_.tables, in the order of the file
  std::vector<std::vector<TomlText>> section_tables_;  ///< of edition_.sections: the ids in `tables`
};

Result<Edition> EditionReader::read() {
  TomlFields fields(*root_, faults_);
  fields.choice("schema", {"gialint-edition/1"});
  edition_.id = fields.text("id");
  edition_.name = fields.text("name");
  edition_.first_report_year = static_cast<int>(fields.integer("first_report_year", 1, max_year));
  edition_.last_report_year = static_cast<int>(fields.integer("last_report_year", 0, max_year));
  if (edition_.last_report_year != 0 && edition_.last_report_year < edition_.first_report_year) {
    faults_.add(fields.place("last_report_year"), Sentence("\"last_report_year\" 早于 \"first_report_year\"",
                                                           "\"last_report_year\" comes before \"first_report_year\""));
  }
  fields.text_or("verified", "");  // for the reader of the file
  edition_.placeholders = fields.plain_texts_if_any("placeholders");
  edition_.lookalikes = fields.plain_texts_if_any("lookalikes");
  edition_.units = fields.plain_texts_if_any("units");
  edition_.increases = fields.plain_texts_if_any("increases");
  edition_.decreases = fields.plain_texts_if_any("decreases");
  for (const std::string& mark : fields.plain_texts_if_any("page_marks")) {
    std::string numbered = mark;
    for (const std::string_view number : {"{n}", "{m}"}) {
      const std::size_t at = numbered.find(number);
      if (at != std::string::npos) numbered.replace(at, number.size(), "0");
    }
    edition_.page_marks.push_back(fold_text(numbered));
  }
  read_document(fields);
  read_title(fields);
  read_period(fields);
  read_sections(fields);
  read_tables(fields);
  order_tables();
  read_groups(fields);
  read_identities(fields);
  read_cross_years(fields);
  read_roll_ups(fields);
  fields.finish();
  if (!faults_.none()) {
    return faults_.first();
  }
  edition_.sums = FormSums(edition_);
  return std::move(edition_);
}

void EditionReader::read_document(TomlFields& fields) {
  if (const TomlTable* table = fields.table("document")) {
    TomlFields document(*table, faults_);
    edition_.document_number = document.text("number");
    edition_.document_title = document.text("title");
    edition_.legal_basis = document.text("legal_basis");
    document.text_or("issued_by", "");  // these three for the reader of the file
    document.text_or("dated", "");
    document.text_or("replaces", "");
    document.finish();
  }
}

void EditionReader::read_title(TomlFields& fields) {
  if (const TomlTable* table = fields.table("title")) {
    TomlFields title(*table, faults_);
    edition_.title_pattern = title.text("pattern");
    edition_.title_core = title.text("core");
    edition_.deviant_cores = title.plain_texts_if_any("deviant_core");
    edition_.title_leading = title.plain_texts_if_any("leading");
    edition_.deviant_title_leading = title.plain_texts_if_any("deviant_leading");
    edition_.deviant_title_trailing = title.plain_texts_if_any("deviant_trailing");
    edition_.deviant_year_patterns = title.plain_texts_if_any("deviant_year");
    title.finish();
  }
}

void EditionReader::read_period(TomlFields& fields) {
  if (const TomlTable* table = fields.table_if_any("period")) {
    TomlFields period(*table, faults_);
    edition_.period.start = period.text("start");
    edition_.period.end = period.text("end");
    edition_.period.scope = period.text("scope");
    period.finish();
  }
}

template <class T>
std::string EditionReader::read_id(TomlFields& fields, const std::vector<T>& earlier) {
  std::string id = fields.text("id");
  if (fields.has("id")) {
    if (id.empty()) {
      faults_.add(fields.place("id"), Sentence("\"id\" 不能为空", "\"id\" cannot be empty"));
    } else if (index_of(earlier, id)) {
      faults_.add(fields.place("id"), Sentence("重复的 id \"{}\"", "the id \"{}\" stands twice").with(id));
    }
  }
  return id;
}

template <class T>
void EditionReader::check_id(const TomlText& name, const std::vector<T>& known, const Sentence& what) {
  if (!index_of(known, name.text)) {
    faults_.add(name.place, Sentence("没有{} \"{}\"{}", "there is no {} \"{}\"{}")
                                .with(what, name.text, did_you_mean(name.text, ids_of(known))));
  }
}

template <class T>
void EditionReader::sort_by_number(std::vector<T>& items, const std::vector<Numbered>& numbers, std::string_view key) {
  std::vector<std::optional<std::size_t>> item_at(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::int64_t number = numbers[i].number;
    if (number > static_cast<std::int64_t>(items.size()) || item_at[static_cast<std::size_t>(number - 1)]) {
      faults_.add(numbers[i].place, Sentence("\"{}\" 应依次为 1 至 {}，每个一次；这里是 {}",
                                             "\"{}\" takes each number from 1 to {} once; here it is {}")
                                        .with(key, items.size(), number));
      return;
    }
    item_at[static_cast<std::size_t>(number - 1)] = i;
  }
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::optional<std::size_t>& index : item_at) {
    sorted.push_back(std::move(items[*index]));
  }
  items = std::move(sorted);
}

ValueKind EditionReader::read_value_kind(TomlFields& fields, ValueKind otherwise) {
  static const ValueKind kinds[] = {ValueKind::integer, ValueKind::signed_integer, ValueKind::decimal};
  const auto index = fields.choice_if_any("value_kind", {"integer", "signed_integer", "decimal"});
  return index ? kinds[*index] : otherwise;
}

Relation EditionReader::read_relation(TomlFields& fields) {
  return fields.choice("relation", {"=", ">="}) == 0 ? Relation::equal : Relation::at_least;
}

IdentityStatus EditionReader::read_status(TomlFields& fields) {
  static const IdentityStatus statuses[] = {IdentityStatus::official, IdentityStatus::definition,
                                            IdentityStatus::plausible};
  return statuses[fields.choice("status", {"official", "definition", "plausible"})];
}

std::string EditionReader::read_severity(TomlFields& fields) {
  static const std::vector<std::string> severities = {"error", "warning", "info"};
  return severities[fields.choice("severity", severities)];
}

IdentityScope EditionReader::read_scope(TomlFields& fields) {
  return fields.choice("per", {"column", "row"}) == 0 ? IdentityScope::per_column : IdentityScope::per_row;
}

std::vector<std::vector<std::string>> EditionReader::read_word_groups(TomlFields& fields, std::string_view key) {
  std::vector<std::vector<std::string>> groups;
  for (const std::vector<TomlText>& group : fields.text_lists_if_any(key)) {
    groups.push_back(plain(group));
  }
  return groups;
}

void EditionReader::read_sections(TomlFields& fields) {
  std::vector<Numbered> orders;
  for (const TomlTable* table : fields.tables("sections")) {
    TomlFields section(*table, faults_);
    FormSection form;
    form.id = read_id(section, edition_.sections);
    form.order = static_cast<int>(section.integer("order", 1, max_count));
    form.numeral = section.text("numeral");
    form.title = section.text("title");
    form.kind = section.choice("kind", {"text", "table"}) == 0 ? SectionKind::text : SectionKind::table;
    const std::vector<TomlText> tables = section.texts_if_any("tables");
    form.tables = plain(tables);
    if (section.has("kind") && (form.kind == SectionKind::table) == tables.empty()) {
      faults_.add(section.place("kind"),
                  form.tables.empty() ? Sentence("表格类部分缺少 \"tables\"", "a section of tables needs \"tables\"")
                                      : Sentence("文字类部分不能有 \"tables\"", "a section of text has no \"tables\""));
    }
    form.accepted = section.plain_texts_if_any("accepted");
    form.deviant = section.plain_texts_if_any("deviant");
    for (const TomlTable* topic : section.tables_if_any("topics")) {
      form.topics.push_back(read_topic(*topic, form));
    }
    section.finish();
    orders.push_back({form.order, section.place("order")});
    edition_.sections.push_back(std::move(form));
    section_tables_.push_back(tables);
  }
  if (faults_.none()) {
    sort_by_number(section_tables_, orders, "order");
    sort_by_number(edition_.sections, orders, "order");
  }
}

FormTopic EditionReader::read_topic(const TomlTable& table, const FormSection& section) {
  TomlFields topic(table, faults_);
  FormTopic form;
  form.id = read_id(topic, section.topics);
  form.title = topic.text("title");
  form.keywords = plain(topic.texts("keywords"));
  for (const std::string& word : form.keywords) {
    form.pattern += (form.pattern.empty() ? "\\Q" : "|\\Q") + word + "\\E";
  }
  for (const TomlText& expression : topic.texts_if_any("evidence")) {
    if (const Result<Pattern> pattern = Pattern::compile(expression.text); !pattern)
      faults_.add(expression.place, pattern.failure().what);
    form.evidence += (form.evidence.empty() ? "" : "|") + expression.text;
  }
  form.required = topic.boolean_or("required", false);
  form.expected = topic.boolean_or("expected", false);
  form.required_for = topic.plain_texts_if_any("required_for");
  form.advised_for = topic.plain_texts_if_any("advised_for");
  form.all_of = read_word_groups(topic, "all_of");
  form.part_of = topic.text_or("part_of", "");
  const auto is_whole = [&](const FormTopic& each) { return each.id == form.part_of; };
  if (!form.part_of.empty() && std::none_of(section.topics.begin(), section.topics.end(), is_whole)) {
    faults_.add(topic.place("part_of"),
                Sentence("这一部分前面没有叫 \"{}\" 的 topic", "no earlier topic of this section is called \"{}\"")
                    .with(form.part_of));
  }
  topic.finish();
  return form;
}

void EditionReader::read_tables(TomlFields& fields) {
  for (const TomlTable* table : fields.tables("tables")) {
    TomlFields block(*table, faults_);
    FormTable form;
    form.id = read_id(block, edition_.tables);
    form.section = block.text("section");
    if (block.has("section")) {
      check_id({form.section, block.place("section")}, edition_.sections, {"部分", "section"});
    }
    form.caption = block.text_or("caption", "");
    form.note = block.text_or("note", "");
    form.label_column = block.text_or("label_column", "");
    form.value_kind = read_value_kind(block, ValueKind::integer);
    form.unit = block.text_or("unit", "");
    form.label_columns =
        static_cast<int>(block.integer_or("label_columns", 0, max_count, form.label_column.empty() ? 0 : 1));
    const std::int64_t header_rows = block.integer_or("header_rows", 1, max_count, 1);
    for (const TomlTable* column : block.tables("columns")) {
      form.columns.push_back(read_column(*column, form));
    }
    for (const TomlTable* row : block.tables("rows")) {
      form.rows.push_back(read_row(*row, form));
    }
    read_header(block, form, header_rows);
    block.finish();
    table_places_.push_back(block.place("id"));
    edition_.tables.push_back(std::move(form));
  }
}

FormColumn EditionReader::read_column(const TomlTable& table, const FormTable& form) {
  TomlFields column(table, faults_);
  FormColumn result;
  result.id = read_id(column, form.columns);
  result.label = column.text("label");
  result.accepted = column.plain_texts_if_any("accepted");
  result.deviant = column.plain_texts_if_any("deviant");
  result.parent = column.text_or("parent", "");
  result.value_kind = read_value_kind(column, form.value_kind);
  result.unit = column.text_or("unit", form.unit);
  result.decimals = static_cast<int>(column.integer_or("decimals", 0, max_decimals, 0));
  column.finish();
  return result;
}

FormRow EditionReader::read_row(const TomlTable& table, const FormTable& form) {
  TomlFields row(table, faults_);
  FormRow result;
  result.id = read_id(row, form.rows);
  result.item = row.text_or("item", "");
  result.label = row.text("label");
  result.short_label = row.text_or("short_label", "");
  result.accepted = row.plain_texts_if_any("accepted");
  result.deviant = row.plain_texts_if_any("deviant");
  result.parents = row.plain_texts_if_any("parents");
  static const std::vector<std::string> roles = {"input", "result", "subtotal", "output"};
  if (const auto role = row.choice_if_any("role", roles)) {
    result.role = roles[*role];
  }
  result.article = row.text_or("article", "");
  if (const TomlTable* same = row.table_if_any("same_as_group_of")) {
    TomlFields group(*same, faults_);
    result.same_as_group_of.emplace();
    result.same_as_group_of->edition = group.text("edition");
    result.same_as_group_of->group = group.text("group");
    group.finish();
  }
  row.finish();
  return result;
}

void EditionReader::read_header(TomlFields& fields, FormTable& form, std::int64_t header_rows) {
  for (const std::vector<const TomlTable*>& cells : fields.table_lists_if_any("header")) {
    std::vector<FormHeaderCell>& row = form.header.emplace_back();
    for (const TomlTable* table : cells) {
      TomlFields cell(*table, faults_);
      FormHeaderCell& read = row.emplace_back();
      read.text = cell.text("text");
      read.columns = static_cast<int>(cell.integer_or("c", 1, max_count, 1));
      read.rows = static_cast<int>(cell.integer_or("r", 1, max_count, 1));
      cell.finish();
    }
  }
  if (!form.header.empty() && faults_.none()) {
    check_header(fields.place("header"), form, header_rows);
  }
}

/// Lays the header's cells out as HTML does. They must fill `header_rows` times all columns without a gap, and the
/// lowest cell over a numeric column must bear that column's label.
void EditionReader::check_header(Position place, const FormTable& form, std::int64_t header_rows) {
  const std::size_t labels = static_cast<std::size_t>(form.label_columns);
  const std::size_t width = labels + form.columns.size();
  const std::size_t height = form.header.size();
  if (static_cast<std::size_t>(header_rows) != height) {
    faults_.add(place, Sentence("\"header\" 有 {} 行，\"header_rows\" 是 {}",
                                "\"header\" has {} rows, and \"header_rows\" says {}")
                           .with(height, header_rows));
    return;
  }
  std::vector<const FormHeaderCell*> grid(width * height, nullptr);
  for (std::size_t top = 0; top < height; ++top) {
    std::size_t left = 0;
    for (const FormHeaderCell& cell : form.header[top]) {
      while (left < width && grid[top * width + left] != nullptr) {
        ++left;
      }
      const std::size_t right = left + static_cast<std::size_t>(cell.columns);
      const std::size_t bottom = top + static_cast<std::size_t>(cell.rows);
      if (right > width || bottom > height) {
        faults_.add(place, Sentence("表头单元格 \"{}\" 超出 {} 行 {} 列",
                                    "the header cell \"{}\" reaches beyond {} rows and {} columns")
                               .with(cell.text, height, width));
        return;
      }
      for (std::size_t row = top; row < bottom; ++row) {
        for (std::size_t column = left; column < right; ++column) {
          if (grid[row * width + column] != nullptr) {
            faults_.add(place,
                        Sentence("表头单元格 \"{}\" 与 \"{}\" 重叠", "the header cells \"{}\" and \"{}\" overlap")
                            .with(cell.text, grid[row * width + column]->text));
            return;
          }
          grid[row * width + column] = &cell;
        }
      }
      left = right;
    }
  }
  if (std::find(grid.begin(), grid.end(), nullptr) != grid.end()) {
    faults_.add(place, Sentence("表头单元格没有填满 {} 行 {} 列", "the header cells do not fill {} rows and {} columns")
                           .with(height, width));
    return;
  }
  for (std::size_t column = 0; column < form.columns.size(); ++column) {
    const FormHeaderCell& lowest = *grid[(height - 1) * width + labels + column];
    if (lowest.text != form.columns[column].label) {
      faults_.add(place,
                  Sentence("表头第 {} 列是 \"{}\"，而列 \"{}\" 的 label 是 \"{}\"",
                           "column {} of the header is \"{}\", but the label of the column \"{}\" is \"{}\"")
                      .with(labels + column + 1, lowest.text, form.columns[column].id, form.columns[column].label));
      return;
    }
  }
}

/// Each table stands in exactly one section's list; the lists give the order of print.
void EditionReader::order_tables() {
  std::vector<FormTable> ordered;
  for (std::size_t i = 0; i < section_tables_.size() && faults_.none(); ++i) {
    for (const TomlText& name : section_tables_[i]) {
      check_id(name, edition_.tables, {"表", "table"});
      const FormTable* table = edition_.table(name.text);
      if (table == nullptr) {
        continue;
      }
      if (table->section != edition_.sections[i].id) {
        faults_.add(name.place, Sentence("表 \"{}\" 的 section 是 \"{}\"", "the section of the table \"{}\" is \"{}\"")
                                    .with(name.text, table->section));
      } else if (index_of(ordered, name.text)) {
        faults_.add(name.place, Sentence("表 \"{}\" 列了两次", "the table \"{}\" is listed twice").with(name.text));
      } else {
        ordered.push_back(*table);
      }
    }
  }
  if (!faults_.none()) {
    return;
  }
  for (std::size_t i = 0; i < edition_.tables.size(); ++i) {
    if (!index_of(ordered, edition_.tables[i].id)) {
      faults_.add(table_places_[i],
                  Sentence("没有哪个部分的 \"tables\" 列出表 \"{}\"", "no section lists the table \"{}\" in \"tables\"")
                      .with(edition_.tables[i].id));
      return;
    }
  }
  edition_.tables = std::move(ordered);
}

const FormTable* EditionReader::read_table_id(TomlFields& fields) {
  const std::string id = fields.text("table");
  if (!fields.has("table")) {
    return nullptr;
  }
  check_id({id, fields.place("table")}, edition_.tables, {"表", "table"});
  return edition_.table(id);
}

void EditionReader::check_term(const TomlText& term, const FormTable* table, IdentityScope scope) {
  if (table == nullptr) {
    return;
  }
  if (scope == IdentityScope::per_column) {
    check_id(term, table->rows, {"行", "row"});
  } else {
    check_id(term, table->columns, {"列", "column"});
  }
}

std::vector<std::string> EditionReader::read_terms(TomlFields& fields, std::string_view key, bool required,
                                                   const FormTable* table, IdentityScope scope) {
  const std::vector<TomlText> terms = required ? fields.texts(key) : fields.texts_if_any(key);
  for (const TomlText& term : terms) {
    check_term(term, table, scope);
  }
  return plain(terms);
}

std::string EditionReader::read_term(TomlFields& fields, std::string_view key, const FormTable* table,
                                     IdentityScope scope) {
  std::string term = fields.text(key);
  if (fields.has(key)) {
    check_term({term, fields.place(key)}, table, scope);
  }
  return term;
}

void EditionReader::read_groups(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("groups")) {
    TomlFields group(*table, faults_);
    FormGroup form;
    form.id = read_id(group, edition_.groups);
    const FormTable* of = read_table_id(group);
    form.table = of == nullptr ? "" : of->id;
    form.label = group.text("label");
    form.rows = read_terms(group, "rows", false, of, IdentityScope::per_column);
    form.columns = read_terms(group, "columns", false, of, IdentityScope::per_row);
    if (form.rows.empty() == form.columns.empty()) {
      faults_.add(group.place(), Sentence("一个组要么列出 \"rows\"，要么列出 \"columns\"",
                                          "a group lists either \"rows\" or \"columns\""));
    }
    group.finish();
    edition_.groups.push_back(std::move(form));
  }
}

void EditionReader::read_identities(TomlFields& fields) {
  std::vector<Numbered> ranks;
  for (const TomlTable* table : fields.tables_if_any("identities")) {
    TomlFields identity(*table, faults_);
    FormIdentity form;
    form.id = read_id(identity, edition_.identities);
    ranks.push_back({identity.integer("rank", 1, max_count), identity.place("rank")});
    const FormTable* of = read_table_id(identity);
    form.table = of == nullptr ? "" : of->id;
    form.scope = read_scope(identity);
    form.left = read_terms(identity, "left", true, of, form.scope);
    if (identity.has("left") && form.left.empty()) {
      faults_.add(identity.place("left"), Sentence("\"left\" 至少要有一项", "\"left\" needs at least one item"));
    }
    form.relation = read_relation(identity);
    form.right = read_terms(identity, "right", true, of, form.scope);
    form.minus = read_terms(identity, "minus", false, of, form.scope);
    form.status = read_status(identity);
    form.severity = read_severity(identity);
    form.source = identity.text("source");
    identity.finish();
    edition_.identities.push_back(std::move(form));
  }
  if (faults_.none()) {
    sort_by_number(edition_.identities, ranks, "rank");
  }
}

void EditionReader::read_cross_years(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("cross_year")) {
    TomlFields relation(*table, faults_);
    FormCrossYear form;
    form.id = read_id(relation, edition_.cross_year);
    const FormTable* of = read_table_id(relation);
    form.table = of == nullptr ? "" : of->id;
    form.scope = read_scope(relation);
    form.this_year = read_term(relation, "this_year", of, form.scope);
    form.relation = read_relation(relation);
    form.last_year = read_term(relation, "last_year", of, form.scope);
    form.plus = read_terms(relation, "plus", false, of, form.scope);
    form.minus = read_terms(relation, "minus", false, of, form.scope);
    form.plus_last_year = read_terms(relation, "plus_last_year", false, of, form.scope);
    form.not_with_editions = relation.plain_texts_if_any("not_with_edition");
    form.status = read_status(relation);
    form.severity = read_severity(relation);
    form.source = relation.text("source");
    relation.finish();
    edition_.cross_year.push_back(std::move(form));
  }
}

void EditionReader::read_roll_ups(TomlFields& fields) {
  for (const TomlTable* table : fields.tables_if_any("roll_up")) {
    TomlFields relation(*table, faults_);
    FormRollUp form;
    form.id = read_id(relation, edition_.roll_up);
    form.parent = relation.text("parent");
    form.children = relation.text("children");
    const std::vector<TomlText> tables = relation.texts("tables");
    for (const TomlText& name : tables) {
      check_id(name, edition_.tables, {"表", "table"});
    }
    form.tables = plain(tables);
    form.once = relation.boolean_or("once", false);
    form.relation = read_relation(relation);
    form.status = read_status(relation);
    form.severity = read_severity(relation);
    form.source = relation.text("source");
    relation.finish();
    edition_.roll_up.push_back(std::move(form));
  }
}

std::vector<std::u32string> find_phrases(const Edition& edition) {
  constexpr std::size_t shortest = 4;
  std::vector<std::u32string> phrases;
  const auto add = [&](const std::string& text) {
    std::u32string folded = fold_text(text);
    if (folded.size() >= shortest) phrases.push_back(std::move(folded));
  };
  add(edition.title_core);
  for (const FormSection& section : edition.sections) {
    add(section.title);
    for (const std::string& text : section.accepted) add(text);
  }
  for (const FormTable& table : edition.tables) {
    for (const FormColumn& column : table.columns) add(column.label);
    for (const FormRow& row : table.rows) add(row.label);
  }
  std::sort(phrases.begin(), phrases.end());
  phrases.erase(std::unique(phrases.begin(), phrases.end()), phrases.end());
  return phrases;
}

Result<Edition> read_edition_table(const TomlTable& root, const std::string& file_name) {
  Result<Edition> edition = EditionReader(root, file_name).read();
  if (edition) {
    edition->phrases = find_phrases(*edition);
  }
  return edition;
}

/// Takes the key that makes a file an overlay out of it.
std::optional<TomlText> take_overlay(TomlTable& root) {
  const auto found = std::find_if(root.fields.begin(), root.fields.end(),
                                  [](const TomlField& field) { return field.key == "overlay"; });
  if (found == root.fields.end()) return std::nullopt;
  const auto* text = std::get_if<std::string>(&found->value.data);
  TomlText overlay{text == nullptr ? std::string() : *text, found->value.place};
  root.fields.erase(found);
  return overlay;
}

}  // namespace

std::optional<std::size_t> FormTable::row_index(std::string_view id) const { return index_of(rows, id); }

std::optional<std::size_t> FormTable::column_index(std::string_view id) const { return index_of(columns, id); }

const FormSection* Edition::section(std::string_view id) const { return item_of(sections, id); }

const FormTable* Edition::table(std::string_view id) const { return item_of(tables, id); }

const FormGroup* Edition::group(std::string_view id) const { return item_of(groups, id); }

Result<std::vector<Edition>> read_editions(std::vector<EditionFile> files) {
  std::vector<Edition> editions;
  std::vector<TomlTable> tables;  // that `editions` were read from
  for (EditionFile& file : files) {
    TomlTable root = std::move(file.root);
    const std::optional<TomlText> below = take_overlay(root);
    if (!below) {
      Result<Edition> edition = read_edition_table(root, file.name);
      if (!edition) return edition.failure();
      if (index_of(editions, edition->id)) {
        const TomlField* id = root.find("id");
        return Failure{toml_place(file.name, id->place),
                       Sentence("已经有格式 \"{0}\"；要在它上面增改，把 id 换成 overlay = \"{0}\"",
                                "there is a form \"{0}\" already; to change it, write overlay = \"{0}\" instead of id")
                           .with(edition->id)};
      }
      editions.push_back(*std::move(edition));
      tables.push_back(std::move(root));
      continue;
    }
    const std::optional<std::size_t> index = index_of(editions, below->text);
    if (!index) {
      return Failure{
          toml_place(file.name, below->place),
          Sentence("\"overlay\" 所指的格式 \"{}\" 没有{}", "\"overlay\" names the form \"{}\", which does not exist{}")
              .with(below->text, did_you_mean(below->text, ids_of(editions)))};
    }
    if (const TomlField* id = root.find("id")) {
      return Failure{toml_place(file.name, id->place),
                     Sentence("有了 \"overlay\"，不能再有 \"id\"", "with \"overlay\" there is no \"id\"")};
    }
    tables[*index] = overlay(tables[*index], root);
    Result<Edition> edition = read_edition_table(tables[*index], file.name);
    if (!edition) return edition.failure();
    editions[*index] = *std::move(edition);
  }
  std::sort(editions.begin(), editions.end(), [](const Edition& a, const Edition& b) {
    return std::pair(a.first_report_year, a.id) < std::pair(b.first_report_year, b.id);
  });
  return editions;
}

std::optional<CellName> split_cell_name(std::string_view name) {
  const std::size_t first = name.find('/');
  const std::size_t second = first == std::string_view::npos ? first : name.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  return CellName{name.substr(0, first), name.substr(first + 1, second - first - 1), name.substr(second + 1)};
}

}  // namespace gialint
