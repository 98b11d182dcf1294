#pragma once

#include <string>

#include "tests/support/scratch_folder.hpp"

namespace gialint {

/// A rule that reports every `word` in the sections.
inline std::string word_rule(const std::string& word, const std::string& more = "") {
  return "return {\n  api = 1, since = \"1.0.0\", severity = \"warning\", precision = \"high\",\n"
         "  title = { zh = \"标题\", en = \"title\" }, help = { zh = \"做法\", en = \"help\" },\n"
         "  basis = { \"依据\" }, messages = { found = { zh = \"见到{n}\", en = \"saw {n}\" } },\n" +
         more + "  check = function(report, ctx)\n    for _, found in ipairs(report:find_all(\"" + word +
         "\")) do\n      ctx:emit { at = found, message = \"found\", data = { n = found.text } }\n    end\n  end,\n}\n";
}

inline std::string plugin_head(const std::string& name, const std::string& more = "") {
  return "schema = 1\nname = \"" + name + "\"\nversion = \"1.2.3\"\ngialint = \">=0.1\"\n" +
         "description = { zh = \"试用\", en = \"a trial\" }\n" + more;
}

/// Writes the plugin `name` with one rule, NAME/word, into `folder`, relative to `scratch`.
inline void write_plugin(const ScratchFolder& scratch, const std::string& folder, const std::string& name,
                         const std::string& word = "丙") {
  scratch.write(folder + "/plugin.toml", plugin_head(name));
  scratch.write(folder + "/rules/word.lua", word_rule(word));
}

/// `text` without the path of the scratch folder.
inline std::string without_path(std::string text, const ScratchFolder& scratch) {
  const std::string prefix = scratch.path().string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
    text.erase(at, prefix.size());
  return text;
}

}  // namespace gialint
