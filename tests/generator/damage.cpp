#include "tests/generator/damage.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "tests/generator/check.hpp"
#include "tests/generator/prose.hpp"
#include "tests/support/forms.hpp"

namespace gialint::generator {
namespace {

/// Lines of ids in reading order: each section's heading, each row of its tables.
std::vector<std::vector<std::size_t>> lines_of(const PrintedReport& report) {
  std::vector<std::vector<std::size_t>> lines;
  for (const PrintedSection& section : report.sections) {
    lines.push_back({section.heading_id});
    for (const PrintedTable& table : section.tables) {
      for (const PrintedRow& row : table.rows) {
        lines.emplace_back();
        for (const PrintedCell& cell : row.cells) lines.back().push_back(cell.id);
      }
    }
  }
  return lines;
}

/// A cell somewhere in the report.
struct Found {
  PrintedTable* table = nullptr;
  std::size_t row = 0;
  std::size_t cell = 0;
  [[nodiscard]] PrintedRow& in() const { return table->rows[row]; }
  [[nodiscard]] PrintedCell& at() const { return table->rows[row].cells[cell]; }
};

class Damager {
 public:
  Damager(DamagedReport& damaged, Random random) : damaged_(damaged), report_(damaged.draft.report), random_(random) {
    lines_ = lines_of(report_);
  }

  /// Changes the draft. The ids among which the diagnostic has to stand are then in within().
  void damage() {
    switch (damaged_.damage) {
      case Damage::cell_blanked:
      case Damage::cell_dropped: {
        const Found cell = pick_in_busy_row();
        say("left empty", cell);
        cell.at().text.clear();
        cell.at().state = CellState::blank;
        damaged_.damage == Damage::cell_blanked ? within({cell.at().id}) : within_row(cell);
        break;
      }
      case Damage::row_dropped:
        drop_row();
        break;
      case Damage::row_label_dropped: {
        const Found cell = pick([](const PrintedCell& each) { return each.part == Part::label && !each.text.empty(); });
        say("label dropped", cell);
        cell.at().text.clear();
        within_row(cell, true);
        break;
      }
      case Damage::row_label_altered:
        alter(pick([](const PrintedCell& each) { return each.part == Part::label && letters(each.text).size() >= 4; }));
        break;
      case Damage::group_altered:
        alter(pick([](const PrintedCell& each) { return each.part == Part::group; }));
        break;
      case Damage::group_dropped: {
        const Found cell = pick([](const PrintedCell& each) { return each.part == Part::group; });
        say("group label dropped", cell);
        cell.at().text.clear();
        // Where it stood hangs on the layout: somewhere in the rows it stands for.
        const std::size_t line = line_of(cell);
        for (std::size_t i = line - 1; i <= line + cell.at().rows; ++i) add_line(i);
        break;
      }
      case Damage::header_altered:
        alter(
            pick([](const PrintedCell& each) { return each.part == Part::header && letters(each.text).size() >= 4; }));
        break;
      case Damage::header_dropped: {
        const Found cell = pick([](const PrintedCell& each) {
          return each.part == Part::header && each.form_column != none && letters(each.text).size() >= 4;
        });
        say("header dropped", cell);
        cell.at().text.clear();
        within_table(cell);
        break;
      }
      case Damage::caption_altered:
        alter(pick([](const PrintedCell& each) { return each.part == Part::caption; }));
        break;
      case Damage::caption_dropped: {
        const Found cell = pick([](const PrintedCell& each) { return each.part == Part::caption; });
        say("caption dropped", cell);
        within_neighbours(cell);
        cell.table->rows.erase(cell.table->rows.begin() + static_cast<std::ptrdiff_t>(cell.row));
        break;
      }
      case Damage::column_dropped:
        drop_column();
        break;
      case Damage::extra_row:
        add_row();
        break;
      case Damage::request_number:
      case Damage::review_number:
        change_number();
        break;
      case Damage::text_in_cell:
        replace(pick(is_value), random_.pick(std::vector<std::string>{"若干", "不详", "待定", "见附件"}),
                CellState::text);
        break;
      case Damage::unit_in_cell: {
        const Found cell = pick(is_value);
        const FormTable& form = *cell.table->form;
        std::string unit = form.columns[cell.at().form_column].unit;
        if (unit.empty()) unit = form.unit;
        replace(cell, cell.at().text + (unit.empty() ? "件" : unit), CellState::number);
        break;
      }
      case Damage::dash_in_cell:
        replace(pick([](const PrintedCell& each) { return is_value(each) && each.value.is_zero(); }),
                random_.pick(std::vector<std::string>{"-", "—", "/", "无"}), CellState::dash);
        break;
      case Damage::fraction: {
        const Found cell = pick_cell([](const Found& each) {
          const FormTable& form = *each.table->form;
          return is_value(each.at()) && form.value_kind == ValueKind::integer &&
                 form.columns[each.at().form_column].value_kind == ValueKind::integer;
        });
        replace(cell, to_string(cell.at().value) + "." + std::to_string(random_.between(1, 9)), CellState::number);
        break;
      }
      case Damage::wrong_edition:
        damaged_.what = "tables of edition " + report_.edition->id + " for " + std::to_string(report_.year);
        anywhere_ = true;
        break;
      case Damage::mixed_edition:
        anywhere_ = true;
        break;
      case Damage::table_dropped:
        drop_tables();
        break;
      case Damage::heading_dropped:
        drop_heading();
        break;
    }
  }

  /// The hull of the places of all that the diagnostic has to stand among.
  [[nodiscard]] Span place(const GeneratedReport& made) const {
    if (anywhere_) return {0, static_cast<std::uint32_t>(made.text.size())};
    Span hull_of_all{static_cast<std::uint32_t>(made.text.size()), 0};
    for (const std::size_t id : within_) {
      if (made.places[id].known) hull_of_all = hull(hull_of_all, made.places[id].span);
    }
    if (to_the_end_) hull_of_all.end = static_cast<std::uint32_t>(made.text.size());
    if (from_the_start_) hull_of_all.begin = 0;
    return hull_of_all;
  }
  [[nodiscard]] std::size_t related() const { return related_; }

 private:
  static bool is_value(const PrintedCell& cell) { return cell.part == Part::value && !cell.text.empty(); }

  /// Which code points of `text` are Chinese characters that may be misprinted: no numerals of an enumeration.
  static std::vector<std::size_t> letters(std::string_view text) {
    std::vector<std::size_t> found;
    const std::vector<std::string_view> points = code_points(text);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < points.size() && i < 4; ++i) {
      if (points[i] == "、" || points[i] == "）" || points[i] == ")") begin = i + 1;
    }
    for (std::size_t i = begin; i < points.size(); ++i) {
      const auto lead = static_cast<unsigned char>(points[i].front());
      if (points[i].size() == 3 && lead >= 0xE4 && lead <= 0xE9) found.push_back(i);
    }
    return found;
  }

  template <typename Test>
  Found pick_cell(const Test& test) {
    // A table first: most cells are one table's.
    std::vector<std::vector<Found>> found;
    for (PrintedSection& section : report_.sections) {
      for (PrintedTable& table : section.tables) {
        std::vector<Found> here;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
          for (std::size_t cell = 0; cell < table.rows[row].cells.size(); ++cell) {
            const Found each{&table, row, cell};
            if (test(each)) here.push_back(each);
          }
        }
        if (!here.empty()) found.push_back(std::move(here));
      }
    }
    if (found.empty()) throw std::logic_error("nothing to damage: " + std::string(info(damaged_.damage).name));
    return random_.pick(random_.pick(found));
  }

  template <typename Test>
  Found pick(const Test& test) {
    return pick_cell([&](const Found& each) { return test(each.at()); });
  }

  /// A blank among zeros may be left so by habit; among numbers it is a mistake. Reports without numbers have only rows
  /// of zeros.
  Found pick_in_busy_row() {
    const auto busy = [](const Found& each) {
      const std::vector<PrintedCell>& cells = each.in().cells;
      return is_value(each.at()) && std::any_of(cells.begin(), cells.end(), [](const PrintedCell& other) {
               return is_value(other) && !other.value.is_zero();
             });
    };
    return pick_cell(damaged_.draft.regime == Regime::zeros ? [](const Found& each) { return is_value(each.at()); }
                                                            : busy);
  }

  void say(const std::string& what, const Found& cell) {
    const FormTable& form = *cell.table->form;
    damaged_.what = what + " in " + form.id;
    if (cell.in().form_row != none) damaged_.what += "/" + form.rows[cell.in().form_row].id;
    if (cell.at().form_column != none) damaged_.what += "/" + form.columns[cell.at().form_column].id;
    if (!cell.at().text.empty()) damaged_.what += ", was '" + cell.at().text + "'";
  }

  void within(std::vector<std::size_t> ids) { within_ = std::move(ids); }

  [[nodiscard]] std::size_t line_of(const Found& cell) const {
    const std::size_t id = cell.in().cells.front().id;
    const auto line = std::find_if(lines_.begin(), lines_.end(), [&](const std::vector<std::size_t>& each) {
      return std::find(each.begin(), each.end(), id) != each.end();
    });
    return static_cast<std::size_t>(line - lines_.begin());
  }

  void add_line(std::size_t line) {
    if (line >= lines_.size()) {
      to_the_end_ = true;
    } else {
      within_.insert(within_.end(), lines_[line].begin(), lines_[line].end());
    }
  }

  void within_row(const Found& cell, bool from_line_before = false) {
    const std::size_t line = line_of(cell);
    add_line(line);
    if (from_line_before) add_line(line - 1);
  }

  /// Between the lines before and after: for something that is gone.
  void within_neighbours(const Found& cell) {
    const std::size_t line = line_of(cell);
    add_line(line - 1);
    add_line(line);
    add_line(line + 1);
  }

  void within_table(const Found& cell) {
    for (const PrintedRow& row : cell.table->rows) {
      for (const PrintedCell& each : row.cells) within_.push_back(each.id);
    }
  }

  void alter(const Found& cell) {
    PrintedCell& altered = cell.at();
    const std::vector<std::string_view> points = code_points(altered.text);
    // Characters that no form puts there, of the kind that typing by sound or shape gives.
    const std::vector<std::string> slips = {"度", "郊", "级", "限", "贵", "抹", "垦", "券"};
    const std::size_t at = random_.pick(letters(altered.text));
    std::string text;
    for (std::size_t i = 0; i < points.size(); ++i) text += i == at ? random_.pick(slips) : std::string(points[i]);
    damaged_.what = "'" + altered.text + "' is '" + text + "'";
    altered.text = text;
    within({altered.id});
  }

  void replace(const Found& cell, const std::string& text, CellState state) {
    say("'" + text + "'", cell);
    cell.at().text = text;
    cell.at().state = state;
    within({cell.at().id});
  }

  void change_number() {
    const bool review = damaged_.damage == Damage::review_number;
    const Found cell = pick_cell([&](const Found& each) {
      const FormTable& form = *each.table->form;
      return is_value(each.at()) && !form.header.empty() && (form.label_columns == 0) == review;
    });
    const std::int64_t was = cell.at().value.integer().value();
    std::int64_t now = was + random_.between(1, 9);
    if (was > 0 && random_.chance(50)) now = random_.between(0, was - 1);
    say("now " + std::to_string(now), cell);
    cell.at().value = now;
    cell.at().text = printed_number(damaged_.draft.style, now, false);
    within({cell.at().id});
    related_ = cell.at().id;
  }

  void drop_row() {
    const Found cell = pick_cell([](const Found& each) { return each.in().form_row != none && is_value(each.at()); });
    say("row dropped", cell);
    within_neighbours(cell);
    PrintedTable& table = *cell.table;
    // Where rows have no labels, a row that is gone and one that is empty look the same.
    if (table.form->label_columns == 0 && table.form->label_column.empty()) damaged_.also = "table/empty-cell";
    // What spans the row is one row shorter, and moves down when it began here.
    std::vector<PrintedCell> groups;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (PrintedCell& each : table.rows[row].cells) {
        if (each.rows == 1 || row > cell.row || row + each.rows <= cell.row) continue;
        --each.rows;
        if (row == cell.row) groups.push_back(each);
      }
    }
    table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(cell.row));
    if (cell.row < table.rows.size()) {
      std::vector<PrintedCell>& next = table.rows[cell.row].cells;
      next.insert(next.begin(), groups.begin(), groups.end());
    }
  }

  void drop_column() {
    const Found cell =
        pick_cell([](const Found& each) { return is_value(each.at()) && !each.table->form->header.empty(); });
    say("column dropped", cell);
    within_table(cell);
    const std::size_t column = cell.at().column;
    for (PrintedRow& row : cell.table->rows) {
      std::vector<PrintedCell> kept;
      for (PrintedCell& each : row.cells) {
        const bool covers = each.column <= column && column < each.column + each.columns;
        if (covers && each.columns == 1) continue;
        if (covers) --each.columns;
        if (each.column > column) --each.column;
        kept.push_back(each);
      }
      row.cells = kept;
    }
    --cell.table->width;
  }

  void add_row() {
    const Found cell = pick_cell([](const Found& each) {
      if (each.at().part != Part::label) return false;
      // The last row of a block or group: nobody adds one in between.
      const std::vector<FormRow>& rows = each.table->form->rows;
      const std::size_t row = each.in().form_row;
      return row + 1 == rows.size() ? rows[row].parents.empty() && each.table->form->header.empty()
                                    : rows[row].parents.size() > 1 && rows[row + 1].parents != rows[row].parents;
    });
    PrintedTable& table = *cell.table;
    PrintedRow added = cell.in();
    std::erase_if(added.cells, [](const PrintedCell& each) { return each.part == Part::group; });
    const bool numbered = table.form->label_columns > 0;
    const std::size_t parents = table.form->rows[cell.in().form_row].parents.size();
    const auto same_group = std::count_if(table.form->rows.begin(), table.form->rows.end(), [&](const FormRow& each) {
      return each.parents == table.form->rows[cell.in().form_row].parents;
    });
    for (PrintedCell& each : added.cells) {
      each.id = report_.next_id();
      within_.push_back(each.id);
      if (each.part == Part::label) {
        each.text =
            numbered ? worded(damaged_.draft.style, std::to_string(same_group + 1) + ".涉及其他工作秘密的情形", false)
                     : random_.pick(std::vector<std::string>{"其他主动公开文件", "行政奖励与行政确认", "其他公共服务"});
        damaged_.what = "row '" + each.text + "' added to " + table.form->id;
      } else {
        each.value = 0;
        each.text = printed_number(damaged_.draft.style, 0, false);
      }
    }
    for (std::size_t row = 0; parents > 0 && row <= cell.row; ++row) {
      for (PrintedCell& each : table.rows[row].cells) {
        if (each.part == Part::group && row + each.rows > cell.row) ++each.rows;
      }
    }
    table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(cell.row) + 1, added);
    // It is not a row of the form, and nothing of it is expected in the model.
    extra_ = &table.rows[cell.row + 1];
    for (PrintedCell& each : extra_->cells) each.form_row = each.form_column = none;
  }

  void drop_tables() {
    std::vector<PrintedSection*> with_tables;
    for (PrintedSection& section : report_.sections) {
      if (!section.tables.empty()) with_tables.push_back(&section);
    }
    PrintedSection& section = *random_.pick(with_tables);
    const auto first_line = [&](const PrintedTable& table) {
      return line_of({const_cast<PrintedTable*>(&table), 0, 0});
    };
    const bool all = section.tables.size() == 1 || random_.chance(30);
    const std::size_t index = all ? 0 : random_.below(section.tables.size());
    const PrintedTable& last = all ? section.tables.back() : section.tables[index];
    within_ = {section.heading_id};
    add_line(first_line(section.tables[index]) - 1);
    add_line(first_line(last) + last.rows.size());
    damaged_.what =
        all ? "all tables of " + section.form->id + " dropped" : section.tables[index].form->id + " dropped";
    if (all) {
      section.tables.clear();
    } else {
      section.tables.erase(section.tables.begin() + static_cast<std::ptrdiff_t>(index));
    }
  }

  void drop_heading() {
    const auto index = static_cast<std::size_t>(random_.below(report_.sections.size()));
    PrintedSection& section = report_.sections[index];
    damaged_.what = "heading '" + section.heading + "' dropped";
    section.heading.clear();
    if (index == 0) from_the_start_ = true;
    if (index > 0) within_.push_back(report_.sections[index - 1].heading_id);
    if (index + 1 < report_.sections.size()) {
      within_.push_back(report_.sections[index + 1].heading_id);
    } else {
      to_the_end_ = true;
    }
  }

  DamagedReport& damaged_;
  PrintedReport& report_;
  Random random_;
  std::vector<std::vector<std::size_t>> lines_;
  std::vector<std::size_t> within_;
  std::size_t related_ = none;
  bool anywhere_ = false;
  bool to_the_end_ = false;
  bool from_the_start_ = false;
  PrintedRow* extra_ = nullptr;
};

}  // namespace

const DamageInfo& info(Damage damage) { return damages[static_cast<std::size_t>(damage)]; }

std::optional<Damage> damage_named(std::string_view name) {
  for (const DamageInfo& each : damages) {
    if (each.name == name) return each.damage;
  }
  return std::nullopt;
}

std::string_view impossible(Layout layout, Damage damage) {
  const bool places = info(layout).shows_blanks;
  if (damage == Damage::cell_blanked && !places) return "an empty place cannot be seen: cell_dropped";
  if (damage == Damage::cell_dropped && places) return "the place stays and can be seen: cell_blanked";
  const bool group = damage == Damage::group_altered || damage == Damage::group_dropped;
  if (group && layout == Layout::pdf_columns) return "its pieces stand between the lines of the rows beside it";
  if (damage == Damage::group_altered && info(layout).pdf)
    return "it is wrapped, and a piece that is misprinted is any word";
  return {};
}

DamagedReport make_damaged(const Recipe& recipe, Damage damage, const Style* drawn) {
  Style style = drawn != nullptr ? *drawn : draw_style(recipe.layout, Random(recipe.seed).fork(1));
  // What a damage looks like must not stand elsewhere in the report already.
  style.placeholder.clear();
  style.blank_zeros = false;
  // One character off another right wording may be two off the form's.
  style.accepted_wordings = false;
  // What is not printed, or character by character, cannot be missed.
  if (damage == Damage::group_altered || damage == Damage::group_dropped || damage == Damage::header_altered) {
    style.merged_labels = true;
    style.vertical_groups = false;
  }
  DamagedReport made;
  made.damage = damage;
  made.draft = draft(recipe, &style,
                     damage == Damage::wrong_edition   ? Misprint::wrong_edition
                     : damage == Damage::mixed_edition ? Misprint::mixed_edition
                                                       : Misprint::none);
  if (damage == Damage::mixed_edition) made.what = made.draft.misprint;
  Damager damager(made, Random(recipe.seed).fork(100 + static_cast<std::uint64_t>(damage)));
  damager.damage();
  made.report = finish(made.draft);
  made.place = damager.place(made.report);
  if (damager.related() != none) made.related = made.report.places[damager.related()].span;
  return made;
}

Verdict judge(const FileResult& result, Severity least, const std::function<bool(const Diagnostic&)>& tells) {
  Verdict verdict;
  for (const Diagnostic& each : result.diagnostics) {
    if (each.severity >= least && tells(each)) {
      ++verdict.reported;
    } else if (each.severity >= Severity::warning) {
      verdict.besides.push_back(describe(each));
    }
  }
  for (const RuleFailure& each : result.rule_failures)
    verdict.besides.push_back(each.rule + " failed: " + to_string(each.failure, Language::zh));
  return verdict;
}

Verdict judge(const DamagedReport& damaged, const FileResult& result) {
  const DamageInfo& about = info(damaged.damage);
  return judge(result, about.least, [&](const Diagnostic& each) {
    const bool named = std::any_of(about.rules.begin(), about.rules.end(), [&](std::string_view rule) {
      return !rule.empty() && (rule.back() == '/' ? each.rule.rfind(rule, 0) == 0 : each.rule == rule);
    });
    const bool placed =
        damaged.place.contains(each.span) ||
        (damaged.damage == Damage::cell_blanked && each.span.empty() &&
         nothing_between(damaged.report.text, each.span.begin, damaged.place.begin)) ||
        (damaged.related && std::any_of(each.related.begin(), each.related.end(),
                                        [&](const Related& other) { return other.span == *damaged.related; }));
    return (named || each.rule == damaged.also) && placed;
  });
}

std::string describe(const Diagnostic& diagnostic) {
  return diagnostic.rule + " " + std::string(severity_name(diagnostic.severity)) + " at " +
         std::to_string(diagnostic.span.begin) + "-" + std::to_string(diagnostic.span.end) + ": " + diagnostic.message;
}

}  // namespace gialint::generator
