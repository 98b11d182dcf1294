# Shared by scripts/gialint and scripts/test, which set `root` to the checkout and `me` to their own name.
# Everything printed here goes to stderr, nothing reads stdin: both belong to the program that is started afterwards.

say() { printf '%s: %s\n' "$me" "$*" >&2; }

# Set-up trouble is status 2, as everywhere in gialint: no verdict.
give_up() { say "$@"; exit 2; }

# Holds the lock called $1 until `unlock`; a second call waits for the first. One at a time.
lock() {
  mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ] ||
    give_up "cannot write to $root/build, where it has to build: copy the checkout to a folder of your own, or run as the user who owns it"
  exec 9>"$root/build/.$1.lock" || give_up "cannot write to $root/build/.$1.lock: it belongs to another user"
  if command -v flock >/dev/null && ! flock -n 9; then
    say "another call is at work in $root/build; waiting for it"
    flock 9
  fi
}

unlock() { exec 9>&-; }

# Installs what is missing of the packages that scripts/packages.txt lists for the given users ("build", "test", "check").
install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "this is not Debian: the libraries that scripts/packages.txt names must be there already"
    return 0
  fi
  wanted=
  while read -r user package _; do
    case " $* " in *" $user "*) wanted="$wanted $package" ;; esac
  done <"$root/scripts/packages.txt"
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p')
  missing=
  for package in $wanted; do
    printf '%s\n' "$installed" | grep -qxF -e "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    give_up "Debian packages are missing; install them as root: apt-get install$missing"
  fi
  say "installing Debian packages:$missing"
  ( # a subshell, so that the caller keeps its own lock
    lock packages
    $as_root apt-get update -q || say "apt-get update failed; trying with the package lists at hand"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
      -o DPkg::Lock::Timeout=600 $missing || give_up "the packages could not be installed:$missing"
  ) </dev/null >&2 || exit 2
}

# Configures preset $1, unless that was done here before; ninja runs CMake again when its files change.
configure() {
  if command -v ccache >/dev/null; then
    # Without these it does not keep what a precompiled header went into.
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS="${CCACHE_SLOPPINESS:-pch_defines,time_macros}"
  fi
  cache=$root/build/$1/CMakeCache.txt
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    say "build/$1 was made for another folder; starting afresh"
    rm -rf "${root:?}/build/$1"
  fi
  if [ -f "$root/build/$1/build.ninja" ] && [ ! "$root/CMakePresets.json" -nt "$root/build/$1/build.ninja" ]; then
    return 0
  fi
  (cd "$root" && cmake --preset "$1") </dev/null >&2 9>&-
}

# Configures and builds preset $1; further words go to `cmake --build`.
build() {
  preset=$1
  shift
  configure "$preset" && (cd "$root" && cmake --build --preset "$preset" "$@") </dev/null >&2 9>&-
}
