#pragma once

#include "engine/cli/console/status.hpp"
#include "engine/cli/options/options.hpp"

namespace gialint {

Status run_rules(const Options& options);
Status run_explain(const Options& options);
Status run_docs(const Options& options);
Status run_test(const Options& options);
Status run_new(const Options& options);
Status run_api(const Options& options);

}  // namespace gialint
