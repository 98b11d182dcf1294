#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "engine/report/corpus.hpp"
#include "engine/run/run.hpp"

namespace gialint {

/// Whether a rule about all reports is on.
bool has_corpus_rules(const RuleSettings& settings, const RulePack& rules);

/// Runs the rules about all reports and gives `sink` what they say, one result for each file they speak of, in the
/// order of the corpus. What they say of a file whose own configuration has the rule off is left out.
///
/// `numbers` are those of the corpus' reports in `files`. The files that diagnostics name are read again, to find the
/// places in them.
void lint_corpus(const Corpus& corpus, const std::vector<std::size_t>& numbers, const std::vector<InputFile>& files,
                 Settings& settings, const std::shared_ptr<const Pack>& pack, const RunOptions& options,
                 const ResultSink& sink);

}  // namespace gialint
