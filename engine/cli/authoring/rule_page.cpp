#include "engine/cli/authoring/rule_page.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

#include <fmt/format.h>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/option_value.hpp"
#include "engine/text/display.hpp"
#include "reporters/reporter.hpp"

namespace gialint {

namespace messages {

constexpr Sentence label_severity("级别", "severity");
constexpr Sentence label_basis("依据", "basis");
constexpr Sentence label_help("怎么办", "what to do");
constexpr Sentence label_options("选项", "options");
constexpr Sentence label_messages("报出的话", "messages");
constexpr Sentence label_since("始于版本", "since");
constexpr Sentence label_formerly("旧编号", "formerly");
constexpr Sentence label_deprecated("不再推荐", "deprecated since");
constexpr Sentence label_precision("把握", "precision");
constexpr Sentence label_fix("修改", "fix");
constexpr Sentence label_requires("要有", "requires");
constexpr Sentence label_preset("预设", "preset");
constexpr Sentence label_notes("说明", "notes");
constexpr Sentence label_flagged("报出的例子", "flagged");
constexpr Sentence label_silent("不报的例子", "passed over");
constexpr Sentence label_rule("规则", "rule");
constexpr Sentence label_rules("规则", "Rules");
constexpr Sentence docs_intro(
    "各条规则和它们的级别。预设没有写的，就是规则自己的级别；`gialint check --preset 名称` 选用一套预设。",
    "The rules and their severities. Where a preset says nothing the rule's own holds; `gialint check --preset "
    "NAME` "
    "chooses one.");
constexpr Sentence option_default("默认 {}", "default {}");
constexpr Sentence option_values("可取 {}", "one of {}");
constexpr Sentence option_range("{} 到 {}", "{} to {}");

}  // namespace messages

const char* const generated_mark = "<!-- gialint docs -->";

namespace {

// A case whose texts are no longer than this is shown whole; of a longer one the excerpts of its diagnostics say
// enough.
constexpr std::size_t longest_report = 400;

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string limits_of(const OptionInfo& option, Language language) {
  std::string text = say(messages::option_default, language, to_toml(option.default_value));
  if (option.min || option.max) {
    text += "; " + say(messages::option_range, language, option.min ? std::to_string(*option.min) : "…",
                       option.max ? std::to_string(*option.max) : "…");
  }
  if (!option.values.empty()) text += "; " + say(messages::option_values, language, joined(option.values));
  return text;
}

/// Both languages of a sentence of the command line: "级别 · severity".
std::string both(const Sentence& text) { return say(text, Language::zh) + " · " + say(text, Language::en); }
std::string both(const Bilingual& text) { return text.zh + " · " + text.en; }

/// `text` within a Markdown paragraph or cell: nothing in it is mark-up.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string code(const std::string& text) { return "`" + text + "`"; }

/// Lines as they are, in a fence that they cannot close.
std::string block(std::string text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  if (text.empty() || text.back() != '\n') text += '\n';
  return fence + "text\n" + text + fence + "\n";
}

std::string row(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + cell + " |";
  return line + "\n";
}

std::string heading_rows(const std::vector<std::string>& cells) {
  std::string line = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) line += "---|";
  return row(cells) + line + "\n";
}

/// The comment at the head of a rule's file: why it is as it is.
std::string head_comment(const std::string& file) {
  std::string text;
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line) && line.rfind("-- ", 0) == 0;) {
    text += (text.empty() ? "" : "\n") + line.substr(3);
  }
  return text;
}

/// What a preset makes of each rule, by id: "off", a severity, or nothing when it leaves the rule alone.
std::map<std::string, std::string> words_of(const Preset& preset, const RulePack& rules) {
  Config config;
  config.preset_rules = preset.rules;
  std::map<std::string, std::string> words;
  for (const EffectiveRule& rule : effective_rules(config, rules, {}, {})) {
    if (!rule.on) {
      words[rule.id] = "off";
    } else if (rule.severity_is_set) {
      words[rule.id] = severity_name(rule.severity);
    }
  }
  return words;
}

/// Prints the cases of one page one after the other.
class CasePrinter {
 public:
  CasePrinter(const Rule& rule, CaseRunner& runner)
      : rule_(rule), runner_(runner), reporter_(make_reporter("pretty", out_, {})) {
    reporter_->begin({});  // without the rule: the page has said its basis and advice already
  }

  std::string print(const RuleCase& each) {
    std::vector<std::shared_ptr<const SourceText>> texts;
    for (const auto& [name, report] : texts_of(each)) {
      Result<MarkedText> marked = MarkedText::parse(report);
      if (!marked.ok()) return {};
      Result<SourceText> source = SourceText::from_bytes(name, std::move(marked->text), std::nullopt);
      if (!source.ok()) return {};
      texts.push_back(std::make_shared<const SourceText>(*std::move(source)));
    }
    std::string page = "### " + plain(each.title) + "\n\n";
    for (const auto& [name, value] : each.options) page += code(name + " = " + to_toml(value)) + "\n\n";
    for (const auto& [name, bodies] : each.regions)
      page += code("corpus.regions." + to_toml(name) + " = " + to_toml(bodies)) + "\n\n";
    if (std::all_of(texts.begin(), texts.end(), is_short)) {
      for (const auto& text : texts) {
        if (texts.size() > 1) page += code(text->path()) + "\n\n";
        page += block(std::string(text->text())) + "\n";
      }
    }
    out_.str("");
    for (const FileResult& result : runner_.run(rule_.info.id, each, texts)) reporter_->file(result);
    std::string printed = out_.str();
    printed.erase(0, printed.find_first_not_of('\n'));
    printed.erase(printed.find_last_not_of('\n') + 1);
    return page + block(printed) + "\n";
  }

 private:
  static bool is_short(const std::shared_ptr<const SourceText>& text) { return text->text().size() <= longest_report; }

  const Rule& rule_;
  CaseRunner& runner_;
  std::ostringstream out_;
  std::unique_ptr<Reporter> reporter_;
};

// "0.2.0 → totals/balance: why"
std::string deprecation(const Deprecation& deprecated, Language language) {
  std::string text = deprecated.since;
  if (!deprecated.replaced_by.empty()) text += " → " + joined(deprecated.replaced_by);
  const std::string& reason = deprecated.reason.in(language);
  return reason.empty() ? text : text + (language == Language::zh ? "：" : ": ") + reason;
}

}  // namespace

std::string explained(const RuleInfo& info, const std::vector<OptionInfo>& options, Language language) {
  const auto label = [&](const Sentence& text) { return say(text, language); };
  std::string page = info.id + "\n" + info.title.in(language) + "\n\n";
  page += label(messages::label_severity) + "  " + std::string(severity_name(info.severity)) + "\n";
  page += label(messages::label_precision) + "  " + info.precision + "\n";
  page += label(messages::label_since) + "  " + info.since + "\n";
  if (!info.formerly.empty()) page += label(messages::label_formerly) + "  " + joined(info.formerly) + "\n";
  if (info.deprecated)
    page += label(messages::label_deprecated) + "  " + deprecation(*info.deprecated, language) + "\n";
  if (info.has_fix) page += label(messages::label_fix) + "  " + std::string(fix_safety_name(info.fix_safety)) + "\n";
  page += "\n" + label(messages::label_help) + "\n  " + info.help.in(language) + "\n";
  if (!info.basis.empty()) page += "\n" + label(messages::label_basis) + "\n";
  for (const std::string& basis : info.basis) page += "  " + basis + "\n";
  page += "\n" + label(messages::label_messages) + "\n";
  for (const auto& [id, message] : info.messages) page += "  " + id + "  " + message.in(language) + "\n";
  if (!options.empty()) page += "\n" + label(messages::label_options) + "\n";
  for (const OptionInfo& option : options)
    page += "  " + option.name + "  " + option.doc.in(language) + " (" + limits_of(option, language) + ")\n";
  return page;
}

std::string rule_page(const Rule& rule, const std::vector<RuleCase>& cases, const std::vector<Preset>& presets,
                      const RulePack& rules, CaseRunner& runner) {
  const RuleInfo& info = rule.info;
  std::string page = std::string(generated_mark) + "\n\n# " + info.id + "\n\n" + plain(info.title.zh) + "\n\n" +
                     plain(info.title.en) + "\n\n";
  page += row({"", ""}) + "|---|---|\n";
  page += row({both(messages::label_severity), code(std::string(severity_name(info.severity)))});
  page += row({both(messages::label_precision), info.precision});
  page += row({both(messages::label_since), info.since});
  if (!info.formerly.empty()) page += row({both(messages::label_formerly), code(joined(info.formerly))});
  if (info.deprecated) {
    page += row({both(messages::label_deprecated), plain(deprecation(*info.deprecated, Language::zh)) + " " +
                                                       plain(deprecation(*info.deprecated, Language::en))});
  }
  if (info.has_fix) page += row({both(messages::label_fix), std::string(fix_safety_name(info.fix_safety))});
  if (!rule.needs.empty()) page += row({both(messages::label_requires), code(joined(rule.needs))});
  for (const Preset& preset : presets) {
    const auto words = words_of(preset, rules);
    if (const auto word = words.find(info.id); word != words.end())
      page += row({both(messages::label_preset) + " " + code(preset.name), code(word->second)});
  }
  page += "\n## " + both(messages::label_help) + "\n\n" + plain(info.help.zh) + "\n\n" + plain(info.help.en) + "\n";
  page += "\n## " + both(messages::label_basis) + "\n\n";
  for (const std::string& basis : info.basis) page += "- " + plain(basis) + "\n";
  if (const std::string comment = head_comment(rule.file.text); !comment.empty())
    page += "\n## " + both(messages::label_notes) + "\n\n" + plain(comment) + "\n";
  page += "\n## " + both(messages::label_messages) + "\n\n" + heading_rows({"", "中文", "English"});
  for (const auto& [id, message] : info.messages) page += row({code(id), plain(message.zh), plain(message.en)});
  if (!rule.options.empty()) page += "\n## " + both(messages::label_options) + "\n\n";
  for (const OptionInfo& option : rule.options) {
    page += "- " + code(option.name) + ": " + plain(both(option.doc)) + "\n\n" +
            block(option.name + " = " + to_toml(option.default_value)) + "\n";
  }
  CasePrinter printer(rule, runner);
  page += "\n## " + both(messages::label_flagged) + "\n\n";
  for (const RuleCase& each : cases) {
    if (!each.todo && !each.expected.empty()) page += printer.print(each);
  }
  page += "## " + both(messages::label_silent) + "\n\n";
  for (const RuleCase& each : cases) {
    if (!each.todo && each.expected.empty()) page += "- " + plain(each.title) + "\n";
  }
  return page;
}

std::string overview_page(const RulePack& rules, const std::vector<Preset>& presets, PagePlaces places) {
  std::string page = std::string(generated_mark) + "\n\n# " + both(messages::label_rules) + "\n\n" +
                     say(messages::docs_intro, Language::zh) + "\n\n" + say(messages::docs_intro, Language::en) +
                     "\n\n";
  std::vector<std::string> head = {both(messages::label_rule), both(messages::label_severity)};
  std::vector<std::map<std::string, std::string>> words;
  for (const Preset& preset : presets) {
    page += "- " + code(preset.name) + ": " + plain(both(preset.title)) + "\n";
    words.push_back(words_of(preset, rules));
    if (!words.back().empty()) head.push_back(code(preset.name));
  }
  std::string_view category;
  for (const Rule& rule : rules.rules()) {
    if (rule.info.category != category) {
      category = rule.info.category;
      page += "\n## " + rule.info.category + "\n\n";
      std::vector<std::string> columns = head;
      columns.insert(columns.end(), {"中文", "English"});
      page += heading_rows(columns);
    }
    const std::string& id = rule.info.id;
    const std::string page_name = places == PagePlaces::by_id ? id : id.substr(id.find('/') + 1);
    std::vector<std::string> cells = {fmt::format("[{}]({}.md)", id, page_name),
                                      std::string(severity_name(rule.info.severity))};
    for (const auto& of_preset : words) {
      if (of_preset.empty()) continue;
      const auto word = of_preset.find(rule.info.id);
      cells.push_back(word == of_preset.end() ? "" : word->second);
    }
    cells.insert(cells.end(), {plain(rule.info.title.zh), plain(rule.info.title.en)});
    page += row(cells);
  }
  return page;
}

}  // namespace gialint
