# What zsh would offer behind a command line: zsh -f capture.zsh SCRIPT LINE. One hit a line.
# The shell's own compadd is asked to match, and what it matched is printed instead of shown.
zmodload zsh/zpty
zpty shell zsh -f -i
() {
  zpty -w shell "source $1"
  local line
  while zpty -r shell line; do [[ $line == *ready* ]] && break; done
} =( <<<"
PROMPT=
unsetopt zle_bracketed_paste
fpath=(${1:h} \$fpath)
autoload -Uz compinit && compinit -u -D
source ${1}
bindkey '^M' undefined
bindkey '^J' undefined
bindkey '^I' complete-word
mark () { print -r - '<<marked>>' }
compprefuncs=(mark)
comppostfuncs=(mark)
zstyle ':completion:*' insert-tab false
compadd () {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return; fi
  local -a hits
  builtin compadd -O hits \"\$@\"
  local -A prefix
  zparseopts -E P:=prefix p:=prefix
  (( \$#hits )) && print -rl - \${^hits}
  builtin compadd \"\$@\"
}
print ready
")
zpty -w -n shell "$2"$'\t'
integer marks=0
while zpty -r shell line; do
  line=${${line%$'\n'}%$'\r'}
  if [[ $line == *'<<marked>>'* ]]; then
    (( ++marks == 2 )) && break
  elif (( marks == 1 )); then
    print -r - "$line"
  fi
done
zpty -d shell
