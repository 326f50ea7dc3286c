# shellcheck shell=sh disable=SC2154 # root
# What run.sh, tour.sh and .ci/run share; they set `root`, the folder of the checkout, and read this with `.`.

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The words of its arguments that are no installed packages.
missing_of() {
  for package; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf ' %s' "$package"
  done
}

# Installs what is missing of the packages that behest is built from on Debian 12, and of those named; says so.
install_missing() {
  set -- g++ cmake ninja-build pkg-config libcli11-dev libfmt-dev libsqlitecpp-dev libsqlite3-dev libtomlplusplus-dev \
    doctest-dev libabsl-dev libgmime-3.0-dev libblas-dev liblinear-dev libutf8proc-dev libcmark-gfm-extensions-dev libcmark-gfm-dev rapidjson-dev nlohmann-json3-dev tzdata \
    strace jq util-linux "$@"
  # Elsewhere than on Debian, cmake says what it does not find.
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=$(missing_of "$@")
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null 2>&1 || die "Packages are missing and there is no apt-get to install them:$missing"
  as_root='env'
  if [ "$(id -u)" -ne 0 ]; then
    as_root='sudo -n env'
    sudo -n true 2>/dev/null || die "Packages are missing; run this as root first: apt-get install$missing"
  fi
  printf 'installing%s\n' "$missing"
  apt="$as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300"
  $apt update || die 'apt-get update has failed; is there a network?'
  # shellcheck disable=SC2086 # words to be split
  $apt install -y --no-install-recommends $missing >/dev/null || die "apt-get could not install$missing"
}

# Prepares the build folder; further words are for cmake, and what has changed of them is taken up.
configure() {
  folder=$1
  shift
  mkdir -p "$folder"
  if ! cmake -S "$root" -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1; then
    cat "$folder/configure.log" >&2
    die "cmake could not configure $folder"
  fi
}
