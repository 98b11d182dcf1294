#!/bin/sh
# Runs within the minimal system: installs /tmp/gialint.deb and uses what it brought on /tmp/report.txt.
set -eu
fail() { echo "inside: $*" >&2; exit 1; }

dpkg --install /tmp/gialint.deb >/dev/null || fail "dpkg --install"
cd /tmp
status=0
gialint report.txt >out || status=$?
[ "$status" = 1 ] || fail "status $status"
grep -q '^report.txt:11:27: error: .*\[narrative/count-mismatch\]$' out || fail "$(cat out)"
gialint explain table/header-text | grep -q . || fail "explain"

printf 'schema = 1\nplugins = ["shandong"]\n' >gialint.toml
gialint plugin list | grep -q shandong || fail "plugins are not found"
rm gialint.toml

MANWIDTH=80 man gialint | grep -q -- '--column-unit' || fail "man"
LANGUAGE=zh_CN MANWIDTH=80 man -L zh_CN gialint | grep -q '检查政府信息公开工作年度报告' || fail "man in Chinese"

cat >drive.bash <<'BASH'
source /usr/share/bash-completion/completions/gialint
COMP_WORDS=(gialint explain totals/ro) COMP_CWORD=2
_gialint
echo "${COMPREPLY[*]}"
BASH
[ "$(bash drive.bash)" = totals/row-total ] || fail "completion"

if command -v vim >/dev/null; then
  vim -N -n -i NONE -u NONE -es -c 'edit report.txt' -c 'compiler gialint' -c 'silent make!' \
    -c 'call writefile([getqflist()[0].lnum . ":" . getqflist()[0].col], "vim.out")' -c 'qall!' </dev/null || true
  [ "$(cat vim.out)" = 11:79 ] || fail "Vim"
fi
dpkg --purge gialint >/dev/null
[ ! -e /usr/bin/gialint ] && [ ! -e /usr/share/gialint ] || fail "it leaves files behind"
echo "installed, used and removed"
