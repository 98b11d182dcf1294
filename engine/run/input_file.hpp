#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "engine/text/result.hpp"

namespace gialint {

/// One file to lint, or a path at which there is none.
struct InputFile {
  std::string path;                ///< as printed: as the user gave it, without a leading "./"
  std::filesystem::path absolute;  ///< where settings and patterns look for it
  bool named = false;              ///< named by the user, not met in a folder
  bool standard_input = false;
  std::optional<Failure> failure;   ///< why there is nothing to lint: a missing path, an unreadable folder, a broken
                                    ///< configuration
  std::filesystem::path tree = {};  ///< the real path of the folder that was walked, or in which it was named
  std::shared_ptr<const std::string> bytes = nullptr;  ///< what it holds, where that is at hand: it is not read then
};

}  // namespace gialint
