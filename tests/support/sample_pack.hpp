#pragma once

#include <memory>
#include <string>

#include <catch2/catch.hpp>

#include "engine/packs/pack.hpp"

namespace gialint {

/// Rules that look for 甲 (error), 乙 (warning) and 丙 (info), with the forms of the binary.
inline std::shared_ptr<const Pack> sample_pack() {
  Result<std::shared_ptr<const Pack>> pack = load_pack(GIALINT_SOURCE_DIR "/fixtures/cli/rules");
  if (!pack.ok()) FAIL(to_string(pack.failure(), Language::zh));
  return *pack;
}

inline const char* const sample_report =
    "青山县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n我局全年主动公开信息丙条，甲处应当报错。\n"
    "二、主动公开政府信息情况\n乙处应当警告。\n";

}  // namespace gialint
