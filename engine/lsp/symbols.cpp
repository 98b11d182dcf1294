#include "engine/lsp/symbols.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/report/report.hpp"
#include "engine/text/sentence.hpp"
#include "engine/text/unicode.hpp"

namespace gialint {
namespace {

constexpr Sentence nameless_table("表格", "table");

// SymbolKind of the protocol.
enum class Kind { file = 1, name_space = 3, array = 18 };

struct Symbol {
  std::string name;
  Kind kind = Kind::name_space;
  Span whole;
  Span own;  // the part that names it
  std::vector<Symbol> parts;
};

// `span` without the blanks at its end.
Span trimmed(std::string_view text, Span span) {
  const std::string_view piece = text.substr(span.begin, span.size());
  const std::size_t size = trim(piece).size();
  return {span.begin, size == 0 ? span.begin : static_cast<std::uint32_t>(trim(piece).data() + size - text.data())};
}

Symbol symbol_of(const Table& table, std::string_view text, Language language) {
  Symbol symbol;
  symbol.kind = Kind::array;
  symbol.whole = trimmed(text, table.span);
  symbol.own = table.caption.found && table.span.contains(table.caption.span)
                   ? table.caption.span
                   : Span{table.span.begin, table.span.begin};
  symbol.name = table.caption.found ? one_line(table.caption.text) : table.form->caption;
  if (symbol.name.empty()) symbol.name = nameless_table.with().in(language);
  return symbol;
}

std::vector<Symbol> symbols_of(const Report& report, Language language) {
  const std::string_view text = report.text();
  std::vector<Symbol> symbols;
  if (const auto& title = report.outline.title; title && !title->span.empty())
    symbols.push_back(
        {one_line(text.substr(title->span.begin, title->span.size())), Kind::file, title->span, title->span, {}});
  for (const Section& section : report.outline.sections) {
    Symbol symbol;
    symbol.own = section.heading;
    symbol.whole = trimmed(text, hull(section.line, section.body));
    symbol.name = one_line(text.substr(section.heading.begin, section.heading.size()));
    if (symbol.name.empty()) symbol.name = section.wording;
    for (const Table& table : report.tables.tables) {
      if (table.found && !table.span.empty() && symbol.whole.contains(table.span))
        symbol.parts.push_back(symbol_of(table, text, language));
    }
    symbols.push_back(std::move(symbol));
  }
  return symbols;
}

void write_tree(JsonWriter& json, const View& view, const std::vector<Symbol>& symbols) {
  json.begin_array();
  for (const Symbol& symbol : symbols) {
    json.begin_object().member("name", symbol.name).member("kind", static_cast<int>(symbol.kind)).key("range");
    view.write_range(json, hull(symbol.whole, symbol.own));
    json.key("selectionRange");
    view.write_range(json, symbol.own);
    if (!symbol.parts.empty()) write_tree(json.key("children"), view, symbol.parts);
    json.end_object();
  }
  json.end_array();
}

void write_list(JsonWriter& json, const View& view, const std::vector<Symbol>& symbols, const std::string& within) {
  for (const Symbol& symbol : symbols) {
    json.begin_object().member("name", symbol.name).member("kind", static_cast<int>(symbol.kind));
    json.key("location").begin_object().member("uri", view.document.uri()).key("range");
    view.write_range(json, symbol.whole);
    json.end_object();
    if (!within.empty()) json.member("containerName", within);
    json.end_object();
    write_list(json, view, symbol.parts, symbol.name);
  }
}

void write_folds_of(JsonWriter& json, const View& view, const std::vector<Symbol>& symbols) {
  for (const Symbol& symbol : symbols) {
    const Span span = view.analysis.in_document(symbol.whole);
    const std::uint32_t first = view.document.line(span.begin);
    const std::uint32_t last = view.document.line(span.end);
    if (last > first)
      json.begin_object().member("startLine", first).member("endLine", last).member("kind", "region").end_object();
    write_folds_of(json, view, symbol.parts);
  }
}

}  // namespace

void write_symbols(JsonWriter& json, const View& view) {
  std::vector<Symbol> symbols;
  if (const auto& report = view.analysis.result.report; report && report->kind == ReportKind::report)
    symbols = symbols_of(*report, view.analysis.language);
  if (view.client.symbol_tree) {
    write_tree(json, view, symbols);
    return;
  }
  json.begin_array();
  write_list(json, view, symbols, {});
  json.end_array();
}

void write_folds(JsonWriter& json, const View& view) {
  json.begin_array();
  if (const auto& report = view.analysis.result.report; report && report->kind == ReportKind::report)
    write_folds_of(json, view, symbols_of(*report, view.analysis.language));
  json.end_array();
}

}  // namespace gialint
