#include "tests/generator/generate.hpp"

#include <algorithm>

#include "tests/generator/prose.hpp"
#include "tests/generator/render.hpp"
#include "tests/support/forms.hpp"

namespace gialint::generator {
namespace {

// Concerns that draw from streams of their own.
enum Concern : std::uint64_t {
  about_form,
  about_style,
  about_figures,
  about_words,
  about_tables,
  about_layout,
  about_next_year,
  about_body,
  about_invented
};

// The last year for which reports are known; an edition in force has no last year of its own.
constexpr int newest_year = 2025;

int draw_year(const Edition& edition, Random& random) {
  return static_cast<int>(
      random.between(edition.first_report_year, edition.last_report_year > 0 ? edition.last_report_year : newest_year));
}

/// Whether the section's tables differ between two editions.
bool differs(const FormSection& section, const Edition& a, const Edition& b) {
  const auto ids = [&](const Edition& edition) {
    std::string all;
    for (const FormTable& table : edition.tables) {
      if (table.section != section.id) continue;
      all += table.id + ":";
      for (const FormRow& row : table.rows) all += row.id + ",";
      for (const FormColumn& column : table.columns) all += column.id + ",";
    }
    return all;
  };
  return ids(a) != ids(b);
}

/// Writes all of the report; the section `mixed`, if any, with the tables of `mixed_figures`.
void compose(Draft& made, const Facts& facts, Random words, const Random& tables, const FormSection* mixed,
             const Figures& mixed_figures, const Planted& planted = {}) {
  PrintedReport& report = made.report;
  Author author(facts, words.fork(0), planted);
  report.title = planted.at == "title" ? planted.text : title_of(facts);
  report.preface = author.preface();
  for (const FormSection& each : report.edition->sections) {
    PrintedSection section;
    section.form = &each;
    section.heading = each.heading();
    if (!each.accepted.empty() && words.chance(10)) section.heading = each.numeral + "、" + words.pick(each.accepted);
    if (planted.at == "heading " + each.id) section.heading = planted.text;
    section.heading_id = report.next_id();
    section.paragraphs = author.section(each);
    section.tables = print_tables(report, each, mixed == &each ? mixed_figures : made.figures, made.style, tables);
    report.sections.push_back(std::move(section));
  }
}

/// Whether a section says in more than half of its paragraphs what it said last year, figures aside.
bool repeats(const PrintedReport& now, const PrintedReport& before) {
  const auto bare = [](std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }), text.end());
    return text;
  };
  for (std::size_t i = 0; i < now.sections.size(); ++i) {
    const PrintedSection& section = now.sections[i];
    if (section.form->id != "overall" && section.form->id != "problems") continue;
    std::size_t same = 0;
    std::size_t all = 0;
    for (const std::string& paragraph : section.paragraphs) {
      all += paragraph.size();
      for (const std::string& old : before.sections[i].paragraphs) {
        if (bare(old) == bare(paragraph)) {
          same += paragraph.size();
          break;
        }
      }
    }
    if (same * 2 > all) return true;
  }
  return false;
}

}  // namespace

Facts Outset::facts() const {
  Facts facts = body;
  facts.figures = &figures;
  facts.mixed = mixed;
  facts.mixed_figures = &mixed_figures;
  return facts;
}

Outset decide(const Recipe& recipe, Misprint misprint) {
  const Random root(recipe.seed);
  Random form = root.fork(about_form);
  const std::vector<Edition>& editions = test::editions();
  const std::size_t number = form.chance(30) ? 0 : editions.size() - 1;
  const Edition& edition = editions[number];
  const Edition& other = editions[number == 0 ? editions.size() - 1 : 0];

  Outset made;
  made.recipe = recipe;
  made.edition = &edition;
  made.regime =
      form.pick(std::vector<Regime>{Regime::zeros, Regime::few, Regime::few, Regime::hundreds, Regime::large});
  const int year = draw_year(misprint == Misprint::wrong_edition ? other : edition, form);
  Random body = root.fork(about_body);
  made.body = invent_body(year, body);
  made.body.form = misprint == Misprint::wrong_edition ? &other : &edition;
  made.body.invented = invented_numbers(root.fork(about_invented));
  const bool rules = makes_rules(made.body.body);
  made.figures = make_figures(edition, made.regime, rules, root.fork(about_figures));
  if (misprint == Misprint::mixed_edition) {
    made.mixed_figures = make_figures(other, made.regime, rules, root.fork(about_figures));
    std::vector<const FormSection*> sections;
    for (const FormSection& each : edition.sections) {
      if (differs(each, edition, other)) sections.push_back(&each);
    }
    made.mixed = form.pick(sections);
  }
  return made;
}

Draft write(const Outset& outset, const Style* style, const Planted& planted) {
  const Random root(outset.recipe.seed);
  Draft made;
  made.recipe = outset.recipe;
  made.regime = outset.regime;
  made.style = style != nullptr ? *style : draw_style(outset.recipe.layout, root.fork(about_style));
  made.figures = outset.figures;
  made.report.edition = outset.edition;
  made.report.year = outset.body.year;
  if (outset.mixed != nullptr) made.misprint = "section " + outset.mixed->id + " on the form of other years";
  compose(made, outset.facts(), root.fork(about_words), root.fork(about_tables), outset.mixed, outset.mixed_figures,
          planted);
  return made;
}

Draft draft(const Recipe& recipe, const Style* style, Misprint misprint) {
  return write(decide(recipe, misprint), style);
}

std::optional<Draft> draft_next(const Draft& first) {
  const int year = first.report.year + 1;
  const Edition* edition = nullptr;
  for (const Edition& each : test::editions()) {
    if (each.covers(year)) edition = &each;
  }
  if (edition == nullptr || year > newest_year) return std::nullopt;
  const Random root = Random(first.recipe.seed).fork(about_next_year);
  Facts facts = decide(first.recipe).body;
  facts.year = year;
  facts.form = edition;
  facts.invented = invented_numbers(root.fork(about_invented));
  const Figures figures =
      next_figures(first.figures, *edition, first.regime, makes_rules(facts.body), root.fork(about_figures));
  facts.figures = &figures;
  facts.previous = &first.figures;
  std::optional<Draft> made;
  for (std::uint64_t attempt = 0; !made || repeats(made->report, first.report); ++attempt) {
    made.emplace();
    made->recipe = first.recipe;
    made->regime = first.regime;
    made->style = draw_style(first.recipe.layout, root.fork(about_style));
    made->figures = figures;
    made->report.edition = edition;
    made->report.year = year;
    compose(*made, facts, root.fork(about_words).fork(attempt), root.fork(about_tables), nullptr, {});
  }
  return made;
}

GeneratedReport finish(const Draft& draft, const Page* page) {
  const Writer writer = render(draft.report, draft.style, Random(draft.recipe.seed).fork(about_layout), page);
  GeneratedReport made;
  made.text = writer.text();
  made.bytes = encode(made.text, draft.style.encoding, draft.style.byte_order_mark);
  made.places = writer.places();
  made.marks = writer.marks();
  for (const PrintedSection& section : draft.report.sections) {
    for (const PrintedTable& table : section.tables) {
      for (const PrintedRow& row : table.rows) {
        for (const PrintedCell& cell : row.cells) {
          if (cell.part != Part::value || cell.form_row == none) continue;
          made.cells.push_back({table.form->id, table.form->rows[cell.form_row].id,
                                table.form->columns[cell.form_column].id, cell.state, cell.value,
                                made.places[cell.id].span});
        }
      }
    }
  }
  return made;
}

std::string describe(const Draft& draft) {
  const Style& style = draft.style;
  std::string text = "seed " + std::to_string(draft.recipe.seed) + ", layout " + std::string(info(style.layout).name) +
                     ", edition " + draft.report.edition->id + " for " + std::to_string(draft.report.year) + ", " +
                     std::string(regime_name(draft.regime)) + ", " + std::string(encoding_name(style.encoding));
  const auto add = [&](bool given, const std::string& words) {
    if (given) text += ", " + words;
  };
  add(style.newline == "\r\n", "CRLF");
  add(style.byte_order_mark, "byte order mark");
  add(style.half_width, "half-width punctuation");
  add(style.quotes != "“”", "quotes '" + style.quotes + "'");
  add(style.enumerator_mark != ".", "enumerators '1" + style.enumerator_mark + "'");
  add(style.blank_after_enumerator, "blank after enumerators");
  add(style.accepted_wordings, "accepted wordings");
  add(!style.thousands.empty(), "thousands '" + style.thousands + "'");
  add(style.full_width_digits, "full-width digits");
  add(style.signs_in_words, "signs in words");
  add(!style.placeholder.empty(),
      "'" + style.placeholder + "' for " + std::to_string(style.placeholder_share) + "% of zeros");
  add(style.blank_zeros, "zeros left blank");
  add(style.break_share > 0, "page breaks " + std::to_string(style.break_share) + "% mark " +
                                 std::to_string(static_cast<int>(style.page_mark)));
  add(style.form_feeds, "form feeds");
  add(style.running_head, "running head");
  add(style.repeated_header, "repeated header");
  add(style.wrap_share > 0, "wraps " + std::to_string(style.wrap_share) + "%");
  add(style.vertical_groups, "vertical group labels");
  add(style.title_after_heading, "title after heading");
  add(style.shifted, "shifted cells");
  add(style.total_spans_header, "total over the whole header");
  return text;
}

}  // namespace gialint::generator
