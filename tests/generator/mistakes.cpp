#include "tests/generator/mistakes.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "tests/generator/marks.hpp"

namespace gialint::generator {
namespace {

std::string marked(const std::string& text) { return mark_begin + text + mark_end; }

/// The value cell of a table; it must be there.
PrintedCell& cell_of(PrintedReport& report, std::string_view table, std::string_view row, std::string_view column) {
  for (PrintedSection& section : report.sections) {
    for (PrintedTable& printed : section.tables) {
      if (printed.form->id != table) continue;
      for (PrintedRow& each : printed.rows) {
        for (PrintedCell& cell : each.cells) {
          if (cell.part == Part::value && cell.form_row != none && printed.form->rows[cell.form_row].id == row &&
              printed.form->columns[cell.form_column].id == column)
            return cell;
        }
      }
    }
  }
  throw std::logic_error("no cell " + std::string(row));
}

/// What is done to a report rather than written into it, by the name that mistakes.toml gives it. `text` is a value, an
/// id or a paragraph. Gives the cell that is wrong by then, or none where marks tell the place.
struct Change {
  std::string_view name;
  std::size_t (*apply)(Draft& draft, const std::string& text);
};

std::size_t set_value(Draft& draft, std::string_view table, std::string_view row, std::string_view column,
                      const std::string& text) {
  PrintedCell& cell = cell_of(draft.report, table, row, column);
  cell.text = text;
  cell.value = Decimal::parse(text).value_or(Decimal(0));
  return cell.id;
}

PrintedSection& section_of(Draft& draft, std::string_view id) {
  const auto found = std::find_if(draft.report.sections.begin(), draft.report.sections.end(),
                                  [&](const PrintedSection& each) { return each.form->id == id; });
  if (found == draft.report.sections.end()) throw std::logic_error("no section " + std::string(id));
  return *found;
}

std::size_t swap_last_sections(Draft& draft, const std::string& /*text*/) {
  std::vector<PrintedSection>& sections = draft.report.sections;
  for (std::size_t i = sections.size() - 2; i < sections.size(); ++i) sections[i].heading = marked(sections[i].heading);
  std::iter_swap(sections.end() - 2, sections.end() - 1);
  return none;
}

std::size_t repeat_section(Draft& draft, const std::string& id) {
  PrintedSection again = section_of(draft, id);
  again.heading = marked(again.heading);
  again.heading_id = draft.report.next_id();
  draft.report.sections.push_back(std::move(again));
  return none;
}

std::size_t empty_section(Draft& draft, const std::string& id) {
  PrintedSection& section = section_of(draft, id);
  section.paragraphs.clear();
  section.heading = marked(section.heading);
  return none;
}

std::size_t drop_section(Draft& draft, const std::string& id) {
  std::vector<PrintedSection>& sections = draft.report.sections;
  sections.erase(
      std::find_if(sections.begin(), sections.end(), [&](const PrintedSection& each) { return each.form->id == id; }));
  return none;
}

std::size_t lower_heading(Draft& draft, const std::string& id) {
  PrintedSection& section = section_of(draft, id);
  section.heading_below = 1;
  section.heading = marked(section.heading);
  draft.style.marked_headings = true;
  return none;
}

std::size_t put_in_front(Draft& draft, const std::string& text) {
  draft.report.preface.insert(draft.report.preface.begin(), text);
  return none;
}

std::size_t issue_rules(Draft& draft, const std::string& text) {
  // As many are in force as were issued, so that nothing else is wrong.
  set_value(draft, "art20_1", "rules", "in_force", text);
  return set_value(draft, "art20_1", "rules", "issued", text);
}

std::size_t set_documents_in_force(Draft& draft, const std::string& text) {
  return set_value(draft, "art20_1", "normative_documents", "in_force", text);
}

std::size_t set_licenses(Draft& draft, const std::string& text) {
  return set_value(draft, "art20_5", "administrative_license", "decisions", text);
}

constexpr std::array<Change, 9> changes = {{
    {"swap the last two sections", swap_last_sections},
    {"repeat a section", repeat_section},
    {"empty a section", empty_section},
    {"drop a section", drop_section},
    {"lower a heading", lower_heading},
    {"put in front", put_in_front},
    {"rules issued", issue_rules},
    {"documents in force", set_documents_in_force},
    {"licenses", set_licenses},
}};

const Change* change_named(std::string_view name) {
  for (const Change& each : changes) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

/// A sentence taken as a whole is wrong as a whole.
std::string with_marks(std::string text) { return text.find(mark_begin) == std::string::npos ? marked(text) : text; }

/// `text` in place of the drawn one, and how the report is written then.
std::optional<MistakenReport> made_of(const MistakeKind& kind, Outset outset) {
  const Mistake& mistake = kind.mistake;
  Facts facts = outset.facts();
  if (!holds(facts, mistake.when)) return std::nullopt;
  Random random = Random(outset.recipe.seed).fork(1000);
  const NumberStyle numbers = kind.alteration == Alteration::none ? NumberStyle{} : draw_number_style(random);
  const Filled text = filled(facts, mistake.text, numbers, random, kind.alteration);
  if (!mistake.text.empty() && text.text.empty()) return std::nullopt;

  Style style = draw_style(outset.recipe.layout, Random(outset.recipe.seed).fork(1));
  style.placeholder.clear();
  style.blank_zeros = false;
  MistakenReport made;
  made.what = kind.alteration == Alteration::none ? mistake.at + ": " + text.text : text.what;
  std::size_t cell = none;
  if (const Change* const change = change_named(mistake.at)) {
    made.draft = write(outset, &style);
    cell = change->apply(made.draft, text.text);
  } else {
    made.draft = write(outset, &style, {mistake.at, with_marks(text.text), kind.alone});
  }
  constexpr std::string_view heading = "heading ";
  if (mistake.place.rfind(heading, 0) == 0) {
    PrintedSection& section = section_of(made.draft, mistake.place.substr(heading.size()));
    section.heading = with_marks(section.heading);
  }
  made.report = finish(made.draft);
  made.places = made.report.marks;
  if (mistake.place == "anywhere") made.places = {{0, static_cast<std::uint32_t>(made.report.text.size())}};
  if (cell != none) made.places.push_back(made.report.places[cell].span);
  if (made.places.empty())
    throw std::logic_error("the mistake is not in the report: " + mistake.at + ", " + mistake.text);
  return made;
}

/// Whether the rule is one that tells of the mistake. A number that is another may show in the table, in the parts
/// beside it or in its share: which of them says so is all the same to who reads it.
bool says(const MistakeKind& kind, std::string_view rule) {
  if (rule == kind.mistake.rule) return true;
  constexpr std::array<std::string_view, 3> of_numbers = {"narrative/count-mismatch", "narrative/percentage",
                                                          "narrative/sum-mismatch"};
  return kind.alteration != Alteration::none &&
         std::find(of_numbers.begin(), of_numbers.end(), rule) != of_numbers.end();
}

bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

}  // namespace

std::vector<MistakeKind> mistake_kinds() {
  const PhraseBook& book = phrase_book();
  std::vector<MistakeKind> kinds;
  for (const Mistake& each : book.mistakes) {
    std::string name = "mistake-" + std::to_string(kinds.size() + 1);
    kinds.push_back({std::move(name), each});
  }
  for (const auto& [group, sentences] : book.groups) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const Sentence& each = sentences[i];
      const std::string name = group + "-" + std::to_string(i + 1);
      const Mistake figure{"narrative/count-mismatch", Severity::warning, group, each.text, each.when, ""};
      kinds.push_back({name + "-figure", figure, Alteration::figure});
      if (each.text.find("{%") != std::string::npos) {
        const Mistake percentage{"narrative/percentage", Severity::warning, group, each.text, each.when, ""};
        kinds.push_back({name + "-percentage", percentage, Alteration::percentage});
      }
      if (!each.untrue_rule.empty()) {
        const Mistake untrue{each.untrue_rule, Severity::warning, group, each.text, each.untrue_when, ""};
        kinds.push_back({name + "-untrue", untrue, Alteration::none, true});
      }
    }
  }
  return kinds;
}

std::optional<MistakenReport> make_mistaken(const MistakeKind& kind, const Recipe& recipe) {
  constexpr std::uint64_t attempts = 400;
  const Layout layout = layout_named(kind.mistake.layout).value_or(recipe.layout);
  for (std::uint64_t attempt = 0; attempt < attempts; ++attempt) {
    // Far beyond the seeds that anybody counts up to.
    std::optional<MistakenReport> made = made_of(kind, decide({recipe.seed + attempt * 1'000'003, layout}));
    if (made) return made;
  }
  return std::nullopt;
}

bool is_right(const MistakeKind& kind, const Verdict& verdict) {
  return verdict.besides.empty() && (kind.alone ? verdict.reported > 0 : verdict.reported == 1);
}

Verdict judge(const MistakeKind& kind, const MistakenReport& mistaken, const FileResult& result) {
  return judge(result, kind.mistake.least, [&](const Diagnostic& each) {
    const bool placed = std::any_of(mistaken.places.begin(), mistaken.places.end(), [&](Span place) {
      return touch(place, each.span) ||
             std::any_of(each.related.begin(), each.related.end(),
                         [&](const Related& other) { return !other.source && touch(place, other.span); });
    });
    return placed && says(kind, each.rule);
  });
}

}  // namespace gialint::generator
