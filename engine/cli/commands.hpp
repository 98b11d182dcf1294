#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "engine/cli/options.hpp"
#include "engine/cli/output.hpp"
#include "engine/runner/pack.hpp"
#include "engine/runner/settings.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// What the exit status says: 2 beats 1.
enum class Status {
  clean = 0,  ///< nothing at or above --fail-on
  diagnostics = 1,
  failed = 2,         ///< the verdict cannot be trusted: usage, configuration, unreadable input, a rule that failed
  interrupted = 130,  ///< by Ctrl-C
};

/// One line on the standard error: "gialint: …".
void complain(std::string_view what);
void complain(const Failure& failure);

Status run_check(const Options& options);
Status run_fix(const Options& options);
Status run_baseline(const Options& options);
Status run_rules(const Options& options);
Status run_explain(const Options& options);
Status run_docs(const Options& options);
Status run_config(const Options& options);
Status run_plugin(const Options& options);
Status run_extract(const Options& options);
Status run_model(const Options& options);
Status run_init(const Options& options);
Status run_test(const Options& options);
Status run_new(const Options& options);
Status run_api(const Options& options);
Status run_completion(const Options& options);
Status run_man(const Options& options);
Status run_version(const Options& options);

/// Puts what was written in its place. False when it could not be, with a complaint; a reader who went away is no
/// trouble to speak of.
bool finish(Output& output, Language language);

/// write_file(); false when it could not be written, with a complaint.
bool save(const std::string& path, std::string_view text, Language language);

/// Writes `text` to the standard output, and finishes it.
Status print(const std::string& text, Language language);

/// --lang, else Chinese.
Language language_of(const Options& options);

/// The pack that the options name. Complains about rules in it that cannot be used.
Result<std::shared_ptr<const Pack>> pack_for(const Options& options, FormsUse forms = FormsUse::perhaps);

ConfigChoice config_choice(const Options& options);

/// The pack of pack_for() with the plugins that the configuration for `folder` asks for, be it the nearest or --config.
Result<std::shared_ptr<const Pack>> pack_in(const std::filesystem::path& folder, const Options& options);

}  // namespace gialint
