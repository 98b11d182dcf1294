" Vim compiler file
" :compiler gialint, then :make checks the file in the current window. Words after :make are further options:
" :make --lang en
" Where gialint is not in $PATH, let g:gialint_executable name it.

if exists("current_compiler")
  finish
endif
let current_compiler = "gialint"

if exists(":CompilerSet") != 2 " older Vim always used :setlocal
  command -nargs=* CompilerSet setlocal <args>
endif

let s:cpo_save = &cpo
set cpo&vim

" Vim counts columns in bytes.
let s:command = shellescape(get(g:, 'gialint_executable', 'gialint'))
execute 'CompilerSet makeprg=' . escape(s:command . ' --format text --column-unit byte $* -- %:S', ' \|"')
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tnfo:\ %m,%f:%l:%c:\ %tote:\ %m

let &cpo = s:cpo_save
unlet s:cpo_save s:command
