#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/source_text.hpp"
#include "engine/text/span.hpp"

namespace gialint {

enum class Severity : std::uint8_t {
  info,     ///< worth knowing: SARIF "note"
  warning,  ///< probably wrong, or against the convention
  error,    ///< a careful auditor would agree without discussion
};

/// "info", "warning", "error".
std::string_view severity_name(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

/// A value shown in a message, by name, for machines: came_in = "58".
struct Fact {
  std::string name;
  std::string value;
  friend bool operator==(const Fact&, const Fact&) = default;
};

/// Another place that belongs to a diagnostic, and what it contributes: "上年结转".
struct Related {
  Span span;
  std::string place;    ///< model path, may be empty
  std::string message;  ///< in the language of the run
  /// The file it is in, when that is not the diagnostic's own: last year's report. Its path is as printed.
  std::shared_ptr<const SourceText> source = nullptr;
  std::string message_id = {};  ///< which of the rule's messages; empty when it has none
  std::string location = {};    ///< as Diagnostic's, in its own file

  /// The text that `span` points into; `own` is the diagnostic's.
  [[nodiscard]] const SourceText& text(const SourceText& own) const { return source ? *source : own; }
};

/// Replaces the bytes of `span` (in the decoded text) by `replacement`; an empty span inserts.
struct Edit {
  Span span;
  std::string replacement;
};

enum class FixSafety : std::uint8_t {
  safe,        ///< wording, width, blanks: applied by `gialint fix`. Never a number
  unsafe,      ///< may change what the report says: only when asked for
  suggestion,  ///< shown in editors, never applied by a run
};

/// "safe", "unsafe", "suggestion".
std::string_view fix_safety_name(FixSafety safety);

struct Fix {
  FixSafety safety = FixSafety::suggestion;
  std::string message;          ///< in the language of the run: "改为“本年废止件数”"
  std::vector<Edit> edits;      ///< in order, none overlapping; empty where the text was drawn: no edit of the file
  std::string message_id = {};  ///< which of the rule's messages
};

/// A sum of the form that does not tie in one line of its table, by the form's ids.
struct FailedSum {
  std::string identity;  ///< "requests.row_total"
  std::string line;      ///< the row or column that it fails in: "new_received"
  friend bool operator==(const FailedSum&, const FailedSum&) = default;
};

/// One thing wrong in one report. A plain value: it owns its strings, so it outlives the report,
/// the Lua state and the rule that made it, and can be sorted, stored and compared.
struct Diagnostic {
  std::string rule;  ///< "totals/balance": the rule's path
  Severity severity = Severity::warning;
  Span span;          ///< what to look at first: the narrowest cell or phrase that is wrong
  std::string place;  ///< model path, "requests/new_received/total" or "section/other_matters"
  std::string location;  ///< in words, "表三第5行“自然人”列", where the file has no lines to be named; else empty
  std::string message_id;   ///< which of the rule's messages: "differs"
  std::string message;      ///< what was observed, with both numbers in it, in the language of the run; no full stop
  std::vector<Fact> facts;  ///< the values in the message, in the order of their names
  std::vector<Related> related;
  std::vector<FailedSum> sums;  ///< the sums that fail for the reason it tells; most tell of none
  std::optional<Fix> fix;
  std::string fingerprint;     ///< recognises it in a later run: fingerprint.hpp; set when its file is done
  std::uint32_t emission = 0;  ///< position among the rule's diagnostics for this report: the last tie-breaker
};

/// Reading order: span, rule, emission. Total, so any number of threads prints the same bytes.
bool reads_before(const Diagnostic& a, const Diagnostic& b);

}  // namespace gialint
