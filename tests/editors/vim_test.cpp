#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/editors/tools.hpp"

namespace gialint {
namespace {

// Goes to every place of the quickfix list as :cc does, and says what the cursor stands on.
constexpr const char* visit_quickfix = R"vim(
set nomore encoding=utf-8 fileencodings=ucs-bom,utf-8,gb18030
execute 'set runtimepath^=' . fnameescape($EDITORS . '/vim')
let g:gialint_executable = $GIALINT
execute 'edit ' . fnameescape($REPORT)
compiler gialint
silent make!
let lines = []
let names = {'e': 'error', 'w': 'warning', 'i': 'info', 'n': 'note'}
for number in range(1, len(getqflist()))
  let entry = getqflist()[number - 1]
  if !entry.valid
    call add(lines, 'not understood: ' . entry.text)
    continue
  endif
  execute 'silent cc ' . number
  call add(lines, line('.') . ' ' . names[entry.type] . ' ' . strpart(getline('.'), col('.') - 1))
endfor
call writefile(lines, $OUT)
qall!
)vim";

bool have_vim() { return have("vim --version | grep -q '+quickfix' && vim --version | grep -q '+eval'", "Vim"); }

Outcome vim(const std::string& script, const std::string& report, const Folder& folder) {
  return shell("exec vim -Nu NONE -i NONE -n -es -S '" + script + "' </dev/null",
               {folder.path(),
                "",
                {{"HOME", folder.path()},
                 {"EDITORS", GIALINT_SOURCE_DIR "/editors"},
                 {"REPORT", report},
                 {"OUT", folder / "out"}}});
}

TEST_CASE("Vim's :make goes to the bytes that gialint means, whatever the file's encoding", "[editors]") {
  if (!have_vim()) return;
  const Folder folder;
  const std::string script = folder.write("visit.vim", visit_quickfix);
  const std::string report = copy_report(folder);
  const std::string utf8 = bytes_of(report);
  const Outcome converted =
      shell("iconv -f utf-8 -t gb18030 '" + report + "' > '" + (folder / "gb.txt") + "'", {folder.path(), "", {}});
  REQUIRE(converted.status == 0);
  folder.write("bom.txt", "\xEF\xBB\xBF" + utf8);
  for (const std::string& path : {report, folder / "gb.txt", folder / "bom.txt"}) {
    INFO(path);
    const Outcome run = vim(script, path, folder);
    INFO(run.out << run.err);
    CHECK(bytes_of(folder / "out") == listed(expected_places()));
    shell("rm -f '" + (folder / "out") + "'");
  }
}

TEST_CASE("words after :make are options, and what gialint cannot do stays to be read", "[editors]") {
  if (!have_vim()) return;
  const Folder folder;
  const std::string script = folder.write("options.vim", R"vim(
set nomore encoding=utf-8
execute 'set runtimepath^=' . fnameescape($EDITORS . '/vim')
let g:gialint_executable = $GIALINT
execute 'edit ' . fnameescape($REPORT)
compiler gialint
silent make! --lang en --only table/header-text
let lines = map(getqflist(), 'v:val.valid . " " . v:val.text')
silent make! --lang en --onyl x
let lines += map(getqflist(), 'v:val.valid . " " . v:val.text')
call writefile(lines, $OUT)
qall!
)vim");
  vim(script, copy_report(folder), folder);
  const std::string out = bytes_of(folder / "out");
  CHECK(out.substr(0, 3) == "1 h");
  CHECK(out.find("[table/header-text]\n") != std::string::npos);
  CHECK(out.find("\n0 gialint: ") != std::string::npos);
  CHECK(out.find("--only") != std::string::npos);
}

}  // namespace
}  // namespace gialint
