#include "tests/reporters/odd_run.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <sstream>
#include <utility>

#include <nlohmann/json.hpp>

#include "engine/diagnostics/fingerprint.hpp"
#include "engine/text/unicode.hpp"
#include "reporters/html_escape.hpp"
#include "reporters/places.hpp"
#include "tests/reporters/html_page.hpp"
#include "tests/reporters/xml_events.hpp"

namespace gialint {
namespace {

using Json = nlohmann::json;

/// Cuts pieces of any length off a string, again from its start when it has come to its end.
class Pieces {
 public:
  explicit Pieces(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t number(std::uint32_t below) {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_[at_++ % bytes_.size()]);
    return byte % below;
  }
  std::string text() {
    std::string piece;
    for (std::uint32_t left = number(24); left > 0 && !bytes_.empty(); --left) piece += bytes_[at_++ % bytes_.size()];
    return piece;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

constexpr std::string_view plain_text = "某县水务局2023年度报告\r\n一、总体情况\n\t收到申请 58 件\r二、𠮷\n";

std::shared_ptr<const SourceText> source_of(Pieces& pieces, const std::string& path, std::string_view bytes) {
  Result<SourceText> source =
      SourceText::from_bytes(path, pieces.number(2) == 0 ? std::string(bytes) : std::string(plain_text));
  if (!source.ok()) source = SourceText::from_bytes(path, std::string(plain_text));
  return std::make_shared<const SourceText>(*std::move(source));
}

Span odd_span(Pieces& pieces, const SourceText& source) {
  const auto size = static_cast<std::uint32_t>(source.text().size());
  const std::uint32_t begin = pieces.number(256) % (size + 1);
  return {begin, begin + pieces.number(64)};
}

Diagnostic odd_diagnostic(Pieces& pieces, const std::shared_ptr<const SourceText>& source) {
  Diagnostic diagnostic;
  diagnostic.rule = pieces.text();
  diagnostic.severity = static_cast<Severity>(pieces.number(3));
  diagnostic.span = odd_span(pieces, *source);
  diagnostic.place = pieces.text();
  diagnostic.message_id = pieces.text();
  diagnostic.message = pieces.text();
  diagnostic.facts = {{pieces.text(), pieces.text()}};
  diagnostic.related = {{odd_span(pieces, *source), pieces.text(), pieces.text()},
                        {odd_span(pieces, *source), "", pieces.text(), source}};
  Fix fix;
  fix.message = pieces.text();
  fix.edits = {{odd_span(pieces, *source), pieces.text()}, {odd_span(pieces, *source), pieces.text()}};
  if (pieces.number(2) == 0) diagnostic.fix = fix;
  return diagnostic;
}

/// As every format shows bytes that are no characters.
std::string valid(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    append_utf8(out, character.value);
    at += character.length;
  }
  return out;
}

/// What is left of it in XML.
std::string valid_xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint character = code_point_at(text, at);
    const char32_t c = character.value;
    const bool is_allowed = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
    append_utf8(out, is_allowed ? c : 0xFFFD);
    at += character.length;
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& out) {
  std::vector<std::string> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string fault_in_lines(std::string_view format, const std::string& out) {
  if (valid(out) != out) return "is no UTF-8";
  if (!out.empty() && out.back() != '\n') return "does not end with a line end";
  for (const std::string& line : lines_of(out)) {
    for (std::size_t at = 0; at < line.size(); at += code_point_at(line, at).length) {
      const char32_t character = code_point_at(line, at).value;
      if (is_control(character) && !(character == '\t' && format == "github")) return "holds a control character";
    }
    if (format == "github" && line.rfind("::", 0) != 0) return "has a line that is no command: " + line;
    if (format == "text" && line.find(": ") == std::string::npos) return "has a line that is no diagnostic: " + line;
  }
  return {};
}

std::string fault_in_messages(const std::vector<std::string>& found, const std::vector<Diagnostic>& diagnostics,
                              std::string (*shown)(std::string_view)) {
  if (found.size() != diagnostics.size()) return "has " + std::to_string(found.size()) + " diagnostics";
  for (std::size_t i = 0; i < found.size(); ++i) {
    // Related places may follow on lines of their own.
    if (found[i].rfind(shown(diagnostics[i].message), 0) != 0) return "says another message: " + found[i];
  }
  return {};
}

std::string fault_in_json(const OddRun& run, std::string_view format, const std::string& out) {
  std::vector<Json> documents;
  if (format == "jsonl" || format == "rdjsonl") {
    for (const std::string& line : lines_of(out)) documents.push_back(Json::parse(line, nullptr, false));
  } else {
    documents.push_back(Json::parse(out, nullptr, false));
  }
  std::vector<std::string> messages;
  const auto add = [&](const Json& entry, const char* member) { messages.push_back(entry[member].get<std::string>()); };
  for (const Json& document : documents) {
    if (document.is_discarded()) return "is no JSON";
    if (format == "json") {
      for (const Json& entry : document["files"][0]["diagnostics"]) add(entry, "message");
    } else if (format == "jsonl") {
      if (document["type"] == "diagnostic") add(document, "message");
    } else if (format == "sarif") {
      for (const Json& entry : document["runs"][0]["results"]) {
        if (entry["suppressions"].empty() && entry["baselineState"] == "new") add(entry["message"], "text");
      }
    } else {
      const Json entries = format == "rdjson"    ? document["diagnostics"]
                           : format == "rdjsonl" ? Json::array({document})
                                                 : document;
      for (const Json& entry : entries) {
        const bool is_ours = format == "gitlab" ? entry["severity"] != "blocker" : entry["location"].contains("range");
        if (is_ours) add(entry, format == "gitlab" ? "description" : "message");
      }
    }
  }
  std::vector<Diagnostic> expected = run.files[0].diagnostics;
  if (format == "sarif") std::stable_sort(expected.begin(), expected.end(), reads_before);
  return fault_in_messages(messages, expected, valid);
}

std::string fault_in_xml(const OddRun& run, std::string_view format, const std::string& out) {
  const XmlDocument document = read_xml(out);
  if (!document.well_formed) return "is not well-formed: " + document.error;
  if (format == "checkstyle") {
    std::vector<std::string> messages;
    for (const XmlElement& error : document.named("error")) {
      if (error.attributes.count("column") != 0) messages.push_back(error.attributes.at("message"));
    }
    return fault_in_messages(messages, run.files[0].diagnostics, valid_xml);
  }
  std::string all;
  for (const char* name : {"failure", "system-out"}) {
    for (const XmlElement& element : document.named(name)) all += element.text;
  }
  for (const Diagnostic& diagnostic : run.files[0].diagnostics) {
    // A rule that failed says nothing else.
    const bool failed = diagnostic.rule == run.files[0].rule_failures[0].rule;
    if (!failed && all.find(valid_xml(diagnostic.message)) == std::string::npos) return "lacks " + diagnostic.message;
  }
  return {};
}

/// The lines of `csv` as RFC 4180 reads them, each as its fields; empty when it is not CSV.
std::vector<std::vector<std::string>> fields_of(std::string_view csv) {
  std::vector<std::vector<std::string>> lines;
  std::size_t at = 0;
  while (at < csv.size()) {
    std::vector<std::string>& fields = lines.emplace_back();
    for (bool more = true; more;) {
      std::string& field = fields.emplace_back();
      if (at < csv.size() && csv[at] == '"') {
        for (++at; at < csv.size() && (csv[at] != '"' || csv.substr(at, 2) == "\"\""); ++at) {
          field += csv[at];
          if (csv[at] == '"') ++at;
        }
        ++at;
      } else {
        while (at < csv.size() && csv[at] != ',' && csv[at] != '\r') field += csv[at++];
      }
      more = at < csv.size() && csv[at] == ',';
      if (more) ++at;
    }
    if (csv.substr(std::min(at, csv.size()), 2) != "\r\n") return {};
    at += 2;
  }
  return lines;
}

std::string fault_in_csv(const OddRun& run, const std::string& out) {
  if (valid(out) != out) return "is no UTF-8";
  const std::vector<std::vector<std::string>> lines = fields_of(out);
  const std::vector<Diagnostic>& expected = run.files[0].diagnostics;
  if (lines.size() != expected.size() + 2) return "has " + std::to_string(lines.size()) + " lines";
  for (const std::vector<std::string>& fields : lines) {
    if (fields.size() != 8) return "has a line of " + std::to_string(fields.size()) + " fields";
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const std::string& said = lines[i + 1].back();
    const std::string message = printable(expected[i].message);
    if (said != message && said != "'" + message) return "says another message: " + said;
  }
  return {};
}

std::string fault_in_html(const OddRun& run, const std::string& out) {
  const test::HtmlPage page(out);
  if (page.errors() > 0) return "is no valid HTML";
  if (page.find("script").size() != 1 || page.find("style").size() != 1) return "holds a script that is not its own";
  std::vector<std::string> messages;
  for (const GumboNode* item : page.find("p", "message")) messages.push_back(test::HtmlPage::text_of(*item));
  const std::vector<Diagnostic>& expected = run.files[0].diagnostics;
  if (messages.size() != expected.size() + 2) return "has " + std::to_string(messages.size()) + " diagnostics";
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const test::HtmlPage alone("<!DOCTYPE html><p>" + html(expected[i].message));
    const std::string message = test::HtmlPage::text_of(*alone.find("p").front());
    if (messages[i].size() < message.size() || messages[i].substr(messages[i].size() - message.size()) != message)
      return "says another message: " + messages[i];
  }
  return {};
}

}  // namespace

OddRun odd_run(std::string_view bytes) {
  Pieces pieces(bytes);
  OddRun run;
  run.info.version = pieces.text();
  run.info.language = pieces.number(2) == 0 ? Language::zh : Language::en;
  run.info.has_baseline = true;

  FileResult file;
  file.path = pieces.text();
  file.source = source_of(pieces, file.path, bytes);
  for (int i = 0; i < 3; ++i) file.diagnostics.push_back(odd_diagnostic(pieces, file.source));
  std::sort(file.diagnostics.begin(), file.diagnostics.end(), reads_before);
  file.in_baseline = {odd_diagnostic(pieces, file.source)};
  file.suppressed = {{odd_diagnostic(pieces, file.source), {pieces.text(), {pieces.text()}}}};
  file.rule_failures = {{pieces.text(), {{pieces.text()}, {pieces.text(), pieces.text()}}}};
  file.organ = pieces.text();
  file.year = 2023;
  set_fingerprints(*file.source, file.diagnostics);
  file.in_baseline[0].fingerprint = std::string(32, '0');
  file.suppressed[0].diagnostic.fingerprint = std::string(32, '1');
  for (const Diagnostic& diagnostic : file.diagnostics) {
    ++run.summary.by_rule[diagnostic.rule];
    file.rules.push_back({diagnostic.rule, true});
  }
  file.rules.push_back({pieces.text(), false});

  RuleInfo rule;
  rule.id = file.diagnostics[0].rule;
  rule.category = pieces.text();
  rule.title = {pieces.text(), pieces.text()};
  rule.help = {pieces.text(), pieces.text()};
  rule.basis = {pieces.text()};
  rule.messages[file.diagnostics[0].message_id] = {pieces.text(), pieces.text()};
  run.info.rules = {rule};

  FileResult unreadable;
  unreadable.path = pieces.text();
  unreadable.unreadable = Failure{{pieces.text()}, {pieces.text(), pieces.text()}};
  run.files = {std::move(file), std::move(unreadable)};
  run.summary.files = 2;
  run.summary.errors = 3;
  return run;
}

std::string printed(const OddRun& run, std::string_view format) {
  std::ostringstream out;
  const std::unique_ptr<Reporter> reporter = make_reporter(format, out, {});
  reporter->begin(run.info);
  for (const FileResult& file : run.files) reporter->file(file);
  reporter->end(run.summary);
  return out.str();
}

std::string fault_in(const OddRun& run, std::string_view format, const std::string& out) {
  if (format == "checkstyle" || format == "junit") return fault_in_xml(run, format, out);
  if (format == "text" || format == "pretty" || format == "summary" || format == "github")
    return fault_in_lines(format, out);
  if (format == "csv") return fault_in_csv(run, out);
  if (format == "html") return fault_in_html(run, out);
  return fault_in_json(run, format, out);
}

}  // namespace gialint
