" gialint as a linter of ALE (https://github.com/dense-analysis/ale): what the files in ale_linters/ share.
" The report goes to gialint on its standard input, as it stands in the buffer.

call ale#Set('gialint_executable', 'gialint')
call ale#Set('gialint_options', '')

let s:types = {'error': 'E', 'warning': 'W', 'info': 'I'}

" Makes gialint a linter for files of this type.
function! gialint#ale#Define(filetype) abort
  call ale#linter#Define(a:filetype, {
  \ 'name': 'gialint',
  \ 'executable': {buffer -> ale#Var(buffer, 'gialint_executable')},
  \ 'command': {buffer -> '%e --format text --column-unit byte '
  \   . ale#Var(buffer, 'gialint_options') . ' --stdin-filename %s -'},
  \ 'callback': 'gialint#ale#Handle',
  \})
endfunction

" ALE's items of what gialint printed: one for each diagnostic, with its notes in the detail. What it says of other files
" (the configuration, say) is not this buffer's.
function! gialint#ale#Handle(buffer, lines) abort
  let l:pattern = '\v^(.{-1,}):(\d+):(\d+): (error|warning|info|note): (.{-})%( \[([^\]]+)\])?$'
  let l:name = expand('#' . a:buffer . ':p')
  let l:items = []
  let l:item = {}
  for l:line in a:lines
    let l:parts = matchlist(l:line, l:pattern)
    if empty(l:parts)
      continue
    endif
    if l:parts[4] is# 'note'
      if !empty(l:item)
        let l:item.detail .= "\n" . l:line
      endif
      continue
    endif
    let l:item = {
    \ 'lnum': str2nr(l:parts[2]),
    \ 'col': str2nr(l:parts[3]),
    \ 'type': s:types[l:parts[4]],
    \ 'text': l:parts[5],
    \ 'code': l:parts[6],
    \ 'detail': l:line,
    \}
    if fnamemodify(l:parts[1], ':p') is# l:name
      call add(l:items, l:item)
    endif
  endfor
  return l:items
endfunction
