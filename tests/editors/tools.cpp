#include "tests/editors/tools.hpp"

#include <catch2/catch.hpp>

namespace gialint {

bool have(const std::string& command, const std::string& what) {
  const bool there = shell(command).status == 0;
  if (!there) WARN("skipped: " << what << " is not installed");
  return there;
}

std::vector<Place> expected_places() {
  return {{11, "error", "8件，上年结转1件，办结9件，结转下年度继续办理1件。"},
          {92, "note", "9"},
          {25, "error", "本年度止件数"}};
}

std::string listed(const std::vector<Place>& places) {
  std::string list;
  for (const Place& place : places) list += std::to_string(place.line) + " " + place.severity + " " + place.text + "\n";
  return list;
}

std::string copy_report(const Folder& folder) {
  const std::string name = "云溪市水务局 2022.txt";
  return folder.write("年报 2022/" + name, bytes_of(GIALINT_SOURCE_DIR "/fixtures/editors/" + name));
}

std::string editor_file(const std::string& name) { return GIALINT_SOURCE_DIR "/editors/" + name; }

}  // namespace gialint
