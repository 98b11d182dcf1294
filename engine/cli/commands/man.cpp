#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/cli/commands/command_table.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/packs/version_range.hpp"

namespace gialint {
namespace {

// Text that roff shows as it is: no escape, no dash made typographic, no request at the beginning of a line.
std::string plain(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_begins = i == 0 || text[i - 1] == '\n';
    if (line_begins && (text[i] == '.' || text[i] == '\'')) escaped += "\\&";
    if (text[i] == '\\') {
      escaped += "\\e";
    } else if (text[i] == '-') {
      escaped += "\\-";
    } else if (text[i] == '~') {
      escaped += "\\(ti";
    } else if (text[i] == '^') {
      escaped += "\\(ha";
    } else {
      escaped += text[i];
    }
    // groff knows that a line may break behind Chinese punctuation, but not when a Latin word follows.
    const std::string_view before = text.substr(0, i + 1);
    const bool punctuation = before.ends_with("、") || before.ends_with("，") || before.ends_with("；");
    if (punctuation && i + 1 < text.size() && text[i + 1] > ' ') escaped += "\\:";
  }
  return escaped;
}

class Page {
 public:
  explicit Page(Language language) : language_(language) {}

  void section(const Bilingual& title) { text_ += ".SH " + plain(title.in(language_)) + "\n"; }
  void subsection(std::string_view title) { text_ += ".SS " + plain(title) + "\n"; }
  void paragraph(std::string_view text) { text_ += ".PP\n" + plain(text) + "\n"; }
  void detail(std::string_view text);
  void item(const std::string& term, std::string_view text) { text_ += ".TP\n" + term + "\n" + plain(text) + "\n"; }
  void raw(std::string_view request) { text_ += std::string(request) + "\n"; }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] Language language() const { return language_; }

 private:
  Language language_;
  std::string text_;
};

// Of several paragraphs, those that blanks align stay as they are, and the others are filled.
void Page::detail(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 2, text.size()));
    if (part.find("  ") != std::string_view::npos) {
      text_ += ".PP\n.nf\n" + plain(part) + "\n.fi\n";
      continue;
    }
    std::string filled;
    for (std::size_t i = 0; i < part.size(); ++i) {
      // Between Chinese characters the end of a line is no blank.
      const bool chinese =
          part[i] == '\n' && i + 1 < part.size() && (part[i - 1] & 0x80) != 0 && (part[i + 1] & 0x80) != 0;
      if (!chinese) filled += part[i];
    }
    paragraph(filled);
  }
}

std::string bold(std::string_view word) { return "\\fB" + plain(word) + "\\fR"; }

void add_option(Page& page, const OptionEntry& option) {
  std::string term = bold(option.name);
  if (!option.short_name.empty()) term = bold(option.short_name) + ", " + term;
  if (!option.is_flag()) term += " \\fI" + plain(option.value.in(page.language())) + "\\fR";
  page.item(term, option.help.in(page.language()));
}

std::string manual(Language language) {
  const Bilingual about = {"检查政府信息公开工作年度报告",
                           "check Chinese annual reports on government information disclosure"};
  Page page(language);
  // Where a line of Chinese may break, groff knows when told the language.
  if (language == Language::zh) page.raw(".mso zh.tmac");
  page.raw(std::string(".TH GIALINT 1 \"\" \"gialint ").append(own_version_text()) + "\" \"" +
           Bilingual{"gialint 手册", "gialint manual"}.in(language) + "\"");
  page.raw(".ad l");
  page.section({"名称", "NAME"});
  page.raw("gialint \\- " + plain(about.in(language)));
  page.section({"用法", "SYNOPSIS"});
  for (const Command* command : command_table()) {
    page.raw(bold("gialint") + " " + plain(command->usage.in(language)));
    page.raw(".br");
  }
  page.section({"说明", "DESCRIPTION"});
  page.paragraph(
      Bilingual{"gialint 像编译器一样读年报：哪个文件、第几行第几列、错在哪里，依据是什么。",
                "gialint reads annual reports as a compiler reads programs: which file, which line and column, what is "
                "wrong there, and on what basis."}
          .in(language));
  page.section({"命令", "COMMANDS"});
  for (const Command* command : command_table()) {
    page.subsection("gialint " + command->usage.in(language));
    page.paragraph(command->summary.in(language) + (language == Language::zh ? "。" : "."));
    if (!command->detail.zh.empty()) page.detail(command->detail.in(language));
    for (const OptionEntry& option : command->options) add_option(page, option);
  }
  page.section({"每个命令都有的选项", "OPTIONS OF EVERY COMMAND"});
  for (const OptionEntry& option : common_options()) add_option(page, option);
  page.section({"文件", "FILES"});
  page.item(bold("gialint.toml"),
            Bilingual{"设置，从每个文件所在的文件夹往上找；gialint init 写一份带说明的",
                      "the configuration, found upwards from each file; gialint init writes a commented one"}
                .in(language));
  page.item(bold("gialint.lock"), Bilingual{"装上的插件每个文件的 SHA-256，在 gialint.toml 旁边",
                                            "beside it: the SHA-256 of each file of the plugins that were added"}
                                      .in(language));
  page.section({"环境变量", "ENVIRONMENT"});
  page.item(
      bold("GIALINT_PLUGIN_PATH"),
      Bilingual{"找插件的文件夹，用冒号隔开", "folders to look for plugins in, separated by colons"}.in(language));
  page.item(
      bold("NO_COLOR") + ", " + bold("CLICOLOR_FORCE"),
      Bilingual{"有值的，不用或者总用颜色；--color 在先", "when set: never, or always, colour; --color comes first"}.in(
          language));
  return page.text();
}

Status run_man(const Options& options) {
  const Language language = language_of(options);
  return print(manual(language), language);
}

}  // namespace

const Command& man_command() {
  static const Command command = {
      .name = "man",
      .usage = {"man", "man"},
      .summary = {"输出手册页（roff），包括全部命令和选项",
                  "print the manual page (roff) with all commands and options"},
      .detail = {"当场查看：gialint man | man -l -", "To read it at once: gialint man --lang en | man -l -"},
      .arguments = {.least = 0, .most = 0, .names = {}, .kind = Expected::nothing, .words = {}},
      .run = run_man,
  };
  return command;
}

}  // namespace gialint
