#pragma once

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "engine/rule_host/rule_pack.hpp"

namespace gialint {

/// A made-up pack of four rules, one of them with an option of every type.
inline RulePack sample_rules() {
  const auto file = [](const std::string& path, const std::string& severity, const std::string& more) {
    return PackFile{path, "return {\n  api = 1, since = \"0.1.0\", severity = \"" + severity +
                              "\", precision = \"high\",\n  title = { zh = \"标题\", en = \"title\" },\n"
                              "  help = { zh = \"做法\", en = \"help\" },\n  basis = { \"依据\" },\n"
                              "  messages = { wrong = { zh = \"错\", en = \"wrong\" } },\n" +
                              more + "  check = function(report, ctx) end,\n}\n"};
  };
  Result<RulePack> pack = RulePack::load({
      file("alpha/first.lua", "error", ""),
      file("alpha/second.lua", "warning", "  deprecated = { since = \"0.2.0\", replaced_by = { \"beta/first\" } },\n"),
      file("beta/first.lua", "info", ""),
      file("beta/topics.lua", "warning", R"(  formerly = { "beta/subjects" },
  options = {
    flag  = { type = "boolean", default = true, doc = { zh = "开关", en = "flag" } },
    least = { type = "integer", default = 3, min = 1, max = 9, doc = { zh = "至少", en = "at least" } },
    style = { type = "choice", default = "short", values = { "short", "long" }, doc = { zh = "样式", en = "style" } },
    text  = { type = "string", default = "", doc = { zh = "文字", en = "text" } },
    words = { type = "list", default = { "一" }, doc = { zh = "词", en = "words" } },
  },
)"),
  });
  if (!pack) {
    FAIL(to_string(pack.failure(), Language::zh));
  }
  return std::move(*pack);
}

}  // namespace gialint
