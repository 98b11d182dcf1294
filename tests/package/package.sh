#!/bin/sh
# Makes the Debian package of a build, looks at it, and, in a minimal Debian 12, installs it and uses what it brought.
# package.sh BUILD WORK; status 77: dpkg-dev or file is not there.
#
# GIALINT_CHROOT names the minimal system, a tar file: mmdebstrap --variant=minbase --include=man-db,vim-nox bookworm FILE
# Without it, or without root, that part is left out.
set -eu

build=$1 work=$2
here=$(dirname -- "$(readlink -f -- "$0")")

fail() { echo "package: $*" >&2; exit 1; }

command -v dpkg-shlibdeps >/dev/null && command -v file >/dev/null || {
  echo "skipped: dpkg-dev or file is not installed"
  exit 77
}
rm -rf "$work/deb" "$work/root"
mkdir -p "$work/deb"
(cd "$build" && cpack -G DEB -B "$work/deb") >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; fail "cpack failed"; }
set -- "$work"/deb/gialint_*_*.deb
[ -f "$1" ] || fail "no package"
package=$1

dpkg-deb --field "$package" Depends | grep -q 'libc6 (>= 2' || fail "does not depend on libc6"
dpkg-deb --field "$package" Depends | grep -qE 'icu|lua|re2|gumbo|stdc' && fail "depends on more than libc6"
dpkg-deb --contents "$package" >"$work/contents"
for file in bin/gialint share/man/man1/gialint.1.gz share/man/zh_CN/man1/gialint.1.gz \
  share/bash-completion/completions/gialint share/zsh/vendor-completions/_gialint \
  share/fish/vendor_completions.d/gialint.fish share/vim/vimfiles/compiler/gialint.vim \
  share/vim/vimfiles/ale_linters/text/gialint.vim share/emacs/site-lisp/gialint.el \
  share/gialint/editors/vscode/tasks.json share/gialint/plugins/shandong/plugin.toml \
  share/doc/gialint/README.md share/doc/gialint/README.en.md share/doc/gialint/copyright \
  share/doc/gialint/changelog.gz share/doc/gialint/pipelines/github.yml; do
  grep -q " ./usr/$file\$" "$work/contents" || fail "does not hold /usr/$file"
done
if command -v lintian >/dev/null; then
  lintian --fail-on error,warning "$package" || fail "lintian"
else
  echo "left out: lintian is not installed"
fi

if [ -z "${GIALINT_CHROOT:-}" ] || [ "$(id -u)" != 0 ]; then
  echo "left out: the installation, which wants root and GIALINT_CHROOT"
  exit 0
fi
mkdir "$work/root"
tar -xf "$GIALINT_CHROOT" -C "$work/root" --exclude='./dev/*'
cp "$package" "$work/root/tmp/gialint.deb"
cp "$here/../../fixtures/editors/"*.txt "$work/root/tmp/report.txt"
cp "$here/inside.sh" "$work/root/tmp/inside.sh"
mkdir -p "$work/root/proc" && mount -t proc proc "$work/root/proc" || {
  echo "left out: the installation, which wants to mount /proc"
  exit 0
}
trap 'umount "$work/root/proc" && rm -rf "$work/root"' EXIT
[ -e "$work/root/dev/null" ] || mknod -m 666 "$work/root/dev/null" c 1 3
ln -sfn /proc/self/fd "$work/root/dev/fd"
chroot "$work/root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root sh /tmp/inside.sh ||
  fail "it does not work where it is installed"
