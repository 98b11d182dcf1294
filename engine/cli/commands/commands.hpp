#pragma once

#include "engine/cli/console/status.hpp"
#include "engine/cli/options/options.hpp"

namespace gialint {

Status run_check(const Options& options);
Status run_fix(const Options& options);
Status run_baseline(const Options& options);
Status run_config(const Options& options);
Status run_plugin(const Options& options);
Status run_extract(const Options& options);
Status run_model(const Options& options);
Status run_init(const Options& options);
Status run_completion(const Options& options);
Status run_man(const Options& options);
Status run_version(const Options& options);

}  // namespace gialint
