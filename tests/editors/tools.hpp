#pragma once

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace gialint {

/// Whether `command`, a line of sh, succeeds. A warning says that the test is skipped when it does not.
bool have(const std::string& command, const std::string& what);

/// A place in a report, and what an editor should find there.
struct Place {
  int line = 0;
  std::string severity;  ///< error or note
  std::string text;      ///< what stands there and behind it, to the end of the line
};

/// The places that gialint names in the report of fixtures/editors, in its order.
std::vector<Place> expected_places();

/// A line for each: "11 error 8件…".
std::string listed(const std::vector<Place>& places);

/// A copy of the report of fixtures/editors, in a folder with a space in its name. Gives the path.
std::string copy_report(const Folder& folder);

/// editors/NAME.
std::string editor_file(const std::string& name);

}  // namespace gialint
