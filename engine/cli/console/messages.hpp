#pragma once

#include <string>

#include "engine/text/language.hpp"
#include "engine/text/sentence.hpp"

namespace gialint {

/// The sentences that several files of the command line say. What one file alone says stands in it, in a namespace of
/// the same name.
namespace messages {

inline constexpr Sentence did_you_mean("；是否想写 {}？", "; did you mean {}?");
inline constexpr Sentence option_not_with("{} 不能和 {} 一起用", "{} cannot be used with {}");
inline constexpr Sentence option_only_with("{} 只能和 {} 一起用", "{} can only be used with {}");
inline constexpr Sentence too_many_paths("多了一个参数：{}", "one argument too many: {}");
inline constexpr Sentence missing_argument("缺少参数：{}", "missing argument: {}");
inline constexpr Sentence cannot_write("写不进去：{}", "cannot write: {}");
inline constexpr Sentence rule_failed("{}: 规则 {} 未能完成：{}", "{}: the rule {} failed: {}");
inline constexpr Sentence init_written("写好了 {}", "wrote {}");
inline constexpr Sentence init_exists("{} 已经存在，没有改动；要重写，先把它改名或者移走",
                                      "{} exists already and was left as it is; to write it anew, move it away first");
inline constexpr Sentence not_a_report("没有认出年度报告：找不到标题、部分或者表格",
                                       "no annual report was recognised: no title, section or table");
inline constexpr Sentence watching("等待改动，按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends");

}  // namespace messages

/// The sentence with its values in place.
template <class... Values>
std::string say(const Sentence& sentence, Language language, const Values&... values) {
  return sentence.with(values...).in(language);
}

}  // namespace gialint
