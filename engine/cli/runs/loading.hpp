#pragma once

#include <filesystem>
#include <memory>

#include "engine/cli/options/options.hpp"
#include "engine/config/settings.hpp"
#include "engine/packs/pack.hpp"
#include "engine/readers/document_source.hpp"
#include "engine/text/result.hpp"

namespace gialint {

/// --lang, else Chinese.
Language language_of(const Options& options);

/// The pack that the options name. Complains about rules in it that cannot be used.
Result<std::shared_ptr<const Pack>> pack_for(const Options& options, FormLoading forms = FormLoading::lazy);

/// How files are read: --input-format, --encoding, --convert-with.
ReadOptions reading_of(const Options& options);

/// Whose plugins are used: --trust, the configuration that the run is started with, the user's trust.toml. Complains of
/// one that cannot be read.
PluginTrust trust_of(const Options& options);

ConfigChoice config_choice(const Options& options);

/// The pack of pack_for() with the plugins that the configuration for `folder` asks for, be it the nearest or --config.
Result<std::shared_ptr<const Pack>> pack_in(const std::filesystem::path& folder, const Options& options);

}  // namespace gialint
