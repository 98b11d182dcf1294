#include "engine/lsp/hover.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lsp/claim_reading.hpp"
#include "engine/report/report.hpp"
#include "engine/text/sentence.hpp"
#include "reporters/equations.hpp"
#include "reporters/pages.hpp"

namespace gialint {
namespace {

constexpr Sentence severity_words[] = {{"提示", "info"}, {"警告", "warning"}, {"错误", "error"}};
constexpr Sentence basis_label("依据：", "Basis:");
constexpr Sentence agrees("读作“{}”：表中为 {}，相符", "read as '{}'; the tables have {}, which agrees");
constexpr Sentence differs("读作“{}”：表中为 {}，不符", "read as '{}'; the tables have {}, which differs");
constexpr Sentence not_compared("读作“{}”，没有和表对照", "read as '{}', and not compared with the tables");
constexpr Sentence left_alone("读出的数是 {}，没有认作表里的哪一项",
                              "read as {}, and taken for no figure of the tables");

// Builds the text of a hover in what the client shows: Markdown or plain text.
class HoverText {
 public:
  explicit HoverText(const View& view) : view_(view), markdown_(view.client.markdown) {}

  void add(const Diagnostic& diagnostic) {
    const Language language = view_.analysis.language;
    if (!text_.empty()) text_ += markdown_ ? "\n\n---\n\n" : "\n\n";
    text_ += strong(escaped(diagnostic.message));
    for (const std::string& equation : broken_equations(*view_.analysis.result.report, diagnostic))
      paragraph(escaped(equation));
    const RuleInfo* rule = view_.analysis.rule(diagnostic.rule);
    if (rule != nullptr) {
      if (!rule->help.in(language).empty()) paragraph(escaped(rule->help.in(language)));
      if (!rule->basis.empty()) paragraph(basis_label.with().in(language));
      for (const std::string& basis : rule->basis) text_ += (markdown_ ? "\n- " : "\n  ") + escaped(basis);
    }
    paragraph(name_of(diagnostic, rule));
  }

  void add(const Claim& claim) {
    const Language language = view_.analysis.language;
    const Report& report = *view_.analysis.result.report;
    const ClaimReading* const reading = reading_of(claim);
    const Measure* const measure = report.forms == nullptr ? nullptr : report.forms->lexicon.measure(claim.measure);
    std::string name = claim.measure;
    if (measure != nullptr) name = language == Language::zh ? measure->title_zh : measure->title_en;
    if (language == Language::zh && reading != nullptr && !reading->label.empty()) name = reading->label;
    if (!text_.empty()) text_ += markdown_ ? "\n\n---\n\n" : "\n\n";
    if (reading == nullptr || !reading->sum || claim.verdict == ClaimVerdict::unknown) {
      text_ += escaped(not_compared.with(name).in(language));
      return;
    }
    const Sentence& said = claim.verdict == ClaimVerdict::agrees ? agrees : differs;
    text_ += escaped(said.with(name, to_string(*reading->sum)).in(language));
    for (const ClaimReading::Term& term : reading->terms) add_term(report.tables.tables, term);
  }

  void add(const Mention& mention) {
    if (!text_.empty()) return;
    text_ += escaped(left_alone.with(to_string(mention.value) + mention.unit).in(view_.analysis.language));
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  // "本年新收，总计 3": a cell that is added up, or taken off.
  void add_term(const std::vector<Table>& tables, const ClaimReading::Term& term) {
    if (term.table >= tables.size() || term.row >= tables[term.table].rows.size()) return;
    const Table& table = tables[term.table];
    if (table.form == nullptr || term.row >= table.form->rows.size() || term.column >= table.form->columns.size())
      return;
    const FormRow& row = table.form->rows[term.row];
    const FormColumn& column = table.form->columns[term.column];
    std::string name;
    for (const std::string* part :
         {row.short_label.empty() ? &row.label : &row.short_label, &column.parent, &column.label}) {
      if (!part->empty()) name += (name.empty() ? "" : " · ") + *part;
    }
    const Cell& cell = table.rows[term.row].cells[term.column];
    text_ += markdown_ ? "\n- " : "\n  ";
    text_ += escaped((term.minus ? "− " : "") + name + " " + to_string(cell.value));
  }

  void paragraph(const std::string& words) { text_ += "\n\n" + words; }
  [[nodiscard]] std::string strong(const std::string& words) const { return markdown_ ? "**" + words + "**" : words; }

  // "错误 totals/balance", the id as a link to its page where there is one.
  [[nodiscard]] std::string name_of(const Diagnostic& diagnostic, const RuleInfo* rule) const {
    std::string name = diagnostic.rule;
    if (markdown_) {
      name.insert(0, "`").append("`");
      const std::string page = page_of(diagnostic.rule);
      if (rule != nullptr && !rule->of_plugin && !page.empty()) name = "[" + name + "](" + page + ")";
    }
    return severity_words[static_cast<std::size_t>(diagnostic.severity)].with().in(view_.analysis.language) + " " +
           name;
  }

  // `words` as they are, whatever Markdown would make of them.
  [[nodiscard]] std::string escaped(std::string_view words) const {
    if (!markdown_) return std::string(words);
    constexpr std::string_view marks = "\\`*_[]<>#|~&$";
    std::string text;
    for (const char c : words) {
      if (marks.find(c) != std::string_view::npos) text += '\\';
      text += c;
    }
    return text;
  }

  const View& view_;
  bool markdown_;
  std::string text_;
};

// What the number of the prose at `offset` was read as. Gives the place of it; empty when there is none.
Span add_prose(HoverText& hover, const Report& report, const View& view, std::uint32_t offset) {
  const auto touches = [&](Span span) {
    const Span inside = view.analysis.in_document(span);
    return inside.begin <= offset && offset < inside.end;
  };
  Span place;
  for (const Claim& claim : report.claims) {
    if (!touches(claim.span)) continue;
    hover.add(claim);
    if (place.empty()) place = claim.span;
  }
  if (!place.empty()) return place;
  for (const Mention& mention : report.mentions) {
    if (!touches(mention.span)) continue;
    hover.add(mention);
    return mention.span;
  }
  return place;
}

}  // namespace

void write_hover(JsonWriter& json, const View& view, std::uint32_t offset) {
  HoverText hover(view);
  const Diagnostic* first = nullptr;
  for (const Diagnostic& diagnostic : view.analysis.result.diagnostics) {
    const Span marked = view.analysis.in_document(diagnostic.span);
    if (offset < marked.begin || offset > marked.end || (offset == marked.end && !marked.empty())) continue;
    if (first == nullptr) first = &diagnostic;
    hover.add(diagnostic);
  }
  Span place;
  if (const auto& report = view.analysis.result.report) place = add_prose(hover, *report, view, offset);
  if (first != nullptr) place = first->span;
  if (hover.text().empty()) {
    json.null();
    return;
  }
  json.begin_object().key("contents").begin_object();
  json.member("kind", view.client.markdown ? "markdown" : "plaintext").member("value", hover.text());
  json.end_object().key("range");
  view.write_range(json, place);
  json.end_object();
}

}  // namespace gialint
