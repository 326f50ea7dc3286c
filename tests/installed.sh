#!/bin/sh
# Installs a build elsewhere, and as a package, and takes in mail from there: installed.sh BUILD.
set -eu
build=$1
unset XDG_CONFIG_HOME XDG_DATA_HOME BEHEST_CONFIG BEHEST_DB BEHEST_NOW DESTDIR

fail() {
  echo "FAILED $*"
  exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder/home"
mkdir -m 700 "$HOME"

# works ROOT: the program below it reads mail by the module below it, and everything else without.
works() {
  program=$1/usr/bin/behest
  module=$(find "$1/usr/lib" -name behest-mail.so)
  [ -x "$program" ] || fail "there is no $program"
  [ -n "$module" ] || fail "there is no module below $1/usr/lib"
  rm -rf "$HOME/.local"
  printf 'From: zoe@example.org\nSubject: printer\nMessage-ID: <a@example.org>\n\nIt jams.\n' > "$folder/in.eml"
  "$program" mail ingest "$folder/in.eml" | grep -qx '#1 created' || fail "$program takes no mail in"
  mv "$module" "$module.away"
  status=0
  "$program" mail ingest "$folder/in.eml" 2> "$folder/error" || status=$?
  [ "$status" -eq 75 ] || fail "without the module the status is $status"
  grep -q 'behest-mail.so is not installed' "$folder/error" || fail 'it is not said that the module is missing'
  [ "$("$program" list --format ids)" = 1 ] || fail 'nothing works without the module'
  mv "$module.away" "$module"
  for page in man1/behest.1 man1/behest-mail.1 man5/behest.toml.5; do
    [ -f "$1/usr/share/man/$page" ] || [ -f "$1/usr/share/man/$page.gz" ] || fail "there is no page $page"
  done
  [ -f "$1/usr/share/bash-completion/completions/behest" ] || fail 'there is no completion for bash'
}

DESTDIR="$folder/root" cmake --install "$build" --prefix /usr > "$folder/install.log" || fail "$(cat "$folder/install.log")"
works "$folder/root"

if ! command -v dpkg-deb > /dev/null || ! command -v dpkg-shlibdeps > /dev/null; then
  echo 'installed: passed, without a package: there is no dpkg here'
  exit 0
fi
(cd "$build" && cpack -G DEB -B "$folder/packages") > "$folder/cpack.log" 2>&1 || fail "$(cat "$folder/cpack.log")"
package=$(find "$folder/packages" -maxdepth 1 -name 'behest_*.deb')
[ -n "$package" ] || fail 'no package was made'
depends=$(dpkg-deb -f "$package" Depends)
for name in libc6 libgmime-3.0-0 tzdata; do
  case $depends in
    *"$name"*) ;;
    *) fail "the package does not depend on $name: $depends" ;;
  esac
done
dpkg-deb -x "$package" "$folder/unpacked"
works "$folder/unpacked"
echo "installed: passed, also from $(basename "$package")"
