#include <string>

#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/editors/tools.hpp"

namespace gialint {
namespace {

constexpr const char* lint_buffer = R"vim(
set nomore encoding=utf-8 hidden
let &runtimepath = $EDITORS . '/vim,' . '/usr/share/vim-ale,' . &runtimepath
let g:ale_gialint_executable = $GIALINT
let g:ale_linters = {'text': ['gialint']}
let g:ale_lint_on_enter = 0
let g:ale_lint_on_filetype_changed = 0
let g:ale_echo_cursor = 0
runtime! plugin/ale.vim
execute 'edit ' . fnameescape($REPORT)
setlocal filetype=text
" What is not yet saved counts too.
call append(0, '')
ALELint
call ale#test#WaitForJobs(10000)
let lines = []
let names = {'E': 'error', 'W': 'warning', 'I': 'info'}
for item in ale#engine#GetLoclist(bufnr('%'))
  call cursor(item.lnum, item.col)
  call add(lines, (line('.') - 1) . ' ' . names[item.type] . ' ' . strpart(getline('.'), col('.') - 1))
endfor
for item in ale#engine#GetLoclist(bufnr('%'))
  call add(lines, item.code . ' ' . len(split(item.detail, "\n")))
endfor
call writefile(lines, $OUT)
qall!
)vim";

TEST_CASE("ALE marks the places that gialint means in a buffer that is not saved", "[editors]") {
  if (!have("vim --version | grep -q '+job' && test -d /usr/share/vim-ale", "Vim with ALE (vim-nox, vim-ale)")) return;
  const Folder folder;
  const std::string script = folder.write("lint.vim", lint_buffer);
  const Outcome run = shell("exec vim -Nu NONE -i NONE -n -es -S '" + script + "' </dev/null",
                            {folder.path(),
                             "",
                             {{"HOME", folder.path()},
                              {"EDITORS", GIALINT_SOURCE_DIR "/editors"},
                              {"REPORT", copy_report(folder)},
                              {"OUT", folder / "out"}}});
  INFO(run.out << run.err);
  // ALE sorts by place; notes are in the detail of their diagnostic.
  std::string expected;
  for (const Place& place : expected_places()) {
    if (place.severity != "note") expected += listed({place});
  }
  CHECK(bytes_of(folder / "out") == expected + "narrative/count-mismatch 2\ntable/header-text 1\n");
}

}  // namespace
}  // namespace gialint
