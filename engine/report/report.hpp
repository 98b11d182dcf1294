#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/claims/claim.hpp"
#include "engine/diagnostics/timing.hpp"
#include "engine/document/outline.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/forms/edition.hpp"
#include "engine/forms/lexicon.hpp"
#include "engine/readers/document_source.hpp"
#include "engine/report/organ.hpp"
#include "engine/report/organ_aliases.hpp"
#include "engine/tables/table.hpp"
#include "engine/text/source_text.hpp"
#include "engine/totals/solver.hpp"

namespace gialint {

/// The data that a report is read with. Outlives every Report.
struct Forms {
  std::vector<Edition> editions;  ///< by first report year; never empty
  Lexicon lexicon;
};

/// What kind of file it is.
enum class ReportKind {
  report,            ///< an annual report of a supported year, or a part of one
  unsupported_year,  ///< an annual report for a year before the first edition
  not_a_report,      ///< something else
};

/// The immutable model of one report: what the rules see.
struct Report {
  std::shared_ptr<const SourceText> source;
  Format format = Format::plain;
  std::shared_ptr<const DrawnDocument> drawn;  ///< how the text was drawn from a document; null for a text
  ReportKind kind = ReportKind::report;
  Outline outline;
  Tables tables;
  Paragraphs paragraphs;              ///< the prose
  std::vector<Explanation> totals;    ///< why sums fail, each fault once
  std::vector<Mention> mentions;      ///< in the order of the text
  std::vector<Claim> claims;          ///< in the order of the text
  std::vector<Breakdown> breakdowns;  ///< totals with their parts, in the order of the text
  std::vector<Share> shares;          ///< percentages and their numbers, in the order of the text
  std::vector<Trend> trends;          ///< changes against last year's figures, in the order of the text

  std::optional<int> year;  ///< of the report: the title's, else the one that preface and first section name most often
  std::size_t titles = 0;   ///< lines and cells that name an annual report; counted where nothing else was found
  std::string organ_kind;   ///< of the title's organ: "department"; empty when not known
  std::optional<Organ> organ;                 ///< the title's, else one that the text names
  const Edition* expected_edition = nullptr;  ///< the form for `year`; the newest when the year is not known

  const Forms* forms = nullptr;  ///< it was read with these

  [[nodiscard]] const Edition& edition() const { return *tables.edition; }
  [[nodiscard]] std::string_view text() const { return source->text(); }
  /// What everybody has to write, so no body's own words.
  [[nodiscard]] std::span<const Pattern> common_text() const {
    return forms == nullptr ? std::span<const Pattern>() : forms->lexicon.common_text;
  }
};

/// Whose report a text is, and for which year, by its title.
struct ReportIdentity {
  std::string organ;      ///< folded, a region in place of its government; never empty
  bool regional = false;  ///< the name includes the organ's region, so it means the same body everywhere
  int year = 0;
};

/// Whether both may be reports of one body: 民政局 is the end of 云溪县民政局 and of 济宁市云溪县民政局.
bool may_be_one_body(const ReportIdentity& a, const ReportIdentity& b);

/// Reads texts into the model. Compiled once from the forms, which must outlive it and every Report it gives; then used
/// from any thread.
class ReportReader {
 public:
  explicit ReportReader(const Forms& forms, const AlignmentCosts& costs = {});

  /// Never fails: what is not understood is left out of the model. `timing` receives what each stage takes.
  [[nodiscard]] Report read(const DocumentSource& source, FileTiming* timing = nullptr) const;

  /// The same of a text. Without `format` it is detected from the content.
  [[nodiscard]] Report read(std::shared_ptr<const SourceText> source, std::optional<Format> format = std::nullopt,
                            FileTiming* timing = nullptr) const;

  /// The title alone, for a fraction of what read() takes; empty when it does not name organ and year. A body of
  /// several names goes by the one that `aliases` has it stand under.
  [[nodiscard]] std::optional<ReportIdentity> identify(const DocumentSource& source, const OrganAliases& aliases) const;
  /// The same of a report that was read; its year may be told by its text.
  [[nodiscard]] std::optional<ReportIdentity> identify(const Report& report, const OrganAliases& aliases) const;

 private:
  [[nodiscard]] std::optional<ReportIdentity> identify(const std::optional<Title>& title, std::optional<int> year,
                                                       const OrganAliases& aliases) const;

  const Forms* forms_;
  OutlineReader outlines_;
  TableReader tables_;
};

}  // namespace gialint
