#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "engine/cli/console/messages.hpp"
#include "engine/cli/console/new_file.hpp"
#include "engine/cli/console/output.hpp"
#include "engine/cli/options/command.hpp"
#include "engine/cli/options/option_table.hpp"
#include "engine/cli/runs/loading.hpp"
#include "engine/rule_host/api_reference.hpp"

namespace gialint {

namespace messages {

constexpr Sentence luarc_exists("{} 已经有了，没有改动；请在它的 workspace.library 里加上 \"{}\"",
                                "{} exists and is left as it is; add \"{}\" to its workspace.library");

}  // namespace messages

namespace {

namespace fs = std::filesystem;

constexpr const char* library = ".gialint";

Status write_for_editors(const fs::path& folder, Language language) {
  const fs::path definitions = folder / library / "gialint.lua";
  const fs::path settings = folder / ".luarc.json";
  std::error_code error;
  fs::create_directories(definitions.parent_path(), error);
  // The definitions are nobody's to edit: those of an older version are overwritten.
  if (!save(definitions.string(), lua_definitions(), language)) return Status::failed;
  std::string written = say(messages::init_written, language, definitions.string()) + "\n";
  if (fs::exists(fs::symlink_status(settings, error))) {
    return print(written + say(messages::luarc_exists, language, settings.string(), library) + "\n", language);
  }
  if (const auto failure = write_new_file(settings, language_server_settings(library))) {
    return failed(*failure, language);
  }
  return print(written + say(messages::init_written, language, settings.string()) + "\n", language);
}

Status run_api(const Options& options) {
  const Language language = language_of(options);
  if (!options.arguments.empty()) return write_for_editors(options.arguments.front(), language);
  return print(options.format == "lua" ? lua_definitions() : api_page(), language);
}

}  // namespace

const Command& api_command() {
  static const Command command = {
      .name = "api",
      .usage = {"api [文件夹]", "api [DIR]"},
      .summary = {"编写规则时能用的全部对象和函数；写进文件夹，供编辑器补全和检查",
                  "all that rules can use; written to a folder, what editors complete and check rules by"},
      .detail =
          {"不写文件夹，打印参考页（--format lua 打印 LuaCATS 定义）。写了文件夹，就在那里写下 .luarc.json 和\n"
           ".gialint/gialint.lua，lua-language-server 由此补全和检查规则；已有的 .luarc.json 不动。\n\n"
           "退出状态：0 写好了；2 用法不对，写不进去。",
           "Without a folder, prints the reference page (--format lua: the LuaCATS definitions). With one, writes\n"
           ".luarc.json and .gialint/gialint.lua there, by which lua-language-server completes and checks rules; an\n"
           "existing .luarc.json is left as it is.\n\n"
           "Exit status: 0 written; 2 wrong usage, a file that cannot be written."},
      .options = {OptionEntry{"--format",
                              "-f",
                              {"格式", "FORMAT"},
                              Expected::words,
                              {"markdown", "lua"},
                              OptionGroup::output,
                              {"markdown（默认）或 lua", "markdown (default) or lua"}}},
      .arguments = {.least = 0, .most = 1, .names = {}, .kind = Expected::folders, .words = {}},
      .run = run_api,
  };
  return command;
}

}  // namespace gialint
