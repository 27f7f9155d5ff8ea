#!/bin/bash
# Makes the golden repositories in src/test/resources/golden with real restic binaries. They are frozen: run this only to
# add one, never to replace one.
#
#   make.sh OUT RESTIC_0_14 RESTIC_NEWER
#
# Every repository holds the same small directory; expected.tsv beside them lists it: path, type, permissions, mtime in
# seconds, size, SHA-256 of the content or link target. The password is "golden" (and "second" where there are two keys).
set -euo pipefail
out=$(realpath -m "$1") old=$2 new=$3
export RESTIC_PASSWORD=golden RESTIC_CACHE_DIR=$out/cache
work=$(mktemp -d) ; trap 'rm -rf "$work"' EXIT
source=$work/source; mkdir -p "$source" "$out"; cd "$work"

make_source() {
  cd "$source"
  printf 'hello\n' > hello.txt
  : > empty
  head -c 1100000 /dev/zero > zeros
  seq 1 20000 > numbers.txt
  for i in $(seq 1 300); do printf '%s' "$i" | sha256sum | cut -d' ' -f1 | xxd -r -p; done > noise
  mkdir -p sub/deeper empty-dir
  printf 'deep\n' > sub/deeper/file
  ln hello.txt sub/hard-link
  ln -s ../hello.txt sub/soft-link
  ln -s nowhere dangling
  printf 'x' > 'with "quotes" and \backslash'
  printf 'y' > $'new\nline\ttab'
  printf 'z' > 'ünïcode-日本語-🎉'
  printf 'b' > $'bad-\xff\xfe-utf8'
  printf 's' > secret; chmod 600 secret
  printf '#!/bin/sh\n' > program; chmod 4755 program
  mkdir sticky; chmod 1777 sticky
  mkfifo pipe
  setfattr -n user.comment -v 'a comment' hello.txt
  find . -exec touch -h -d '2024-02-29T12:34:56.789012345Z' {} +
  cd "$work"
}

expected() {
  (cd "$source"; find . -mindepth 1 -print0 | sort -z | while IFS= read -r -d '' f; do
    if [ -L "$f" ]; then sum=$(readlink "$f"); elif [ -f "$f" ]; then sum=$(sha256sum < "$f" | cut -d' ' -f1); else sum=-; fi
    printf '%s\t%s\t%s\n' "$(printf '%s' "${f#./}" | xxd -p -c 100000)" "$(stat -c '%F	%a	%Y	%s' "$f")" "$sum"
  done)
}

# init, two backups of which the second changes nothing but adds a file, tags
fill() { # binary repository [init options]
  local restic=$1 repo=$2; shift 2
  "$restic" -q -r "$repo" init "$@"
  (cd "$source" && "$restic" -q -r "$repo" backup --host golden --time '2024-03-01 10:00:00' --tag first .)
  printf 'later\n' > "$source/later.txt"; touch -d '2024-02-29T12:34:56Z' "$source/later.txt" "$source"
  (cd "$source" && "$restic" -q -r "$repo" backup --host golden --time '2024-03-02 10:00:00' --tag second --tag 'with,comma' .)
  rm "$source/later.txt"; touch -d '2024-02-29T12:34:56.789012345Z' "$source"
}

tidy() { rm -rf "$1/locks"; find "$1" -type d -empty -delete; chmod -R u+w "$1"; }

make_source
expected > "$out/expected.tsv"

fill "$old" "$out/restic-0.14-v1" --repository-version 1
fill "$old" "$out/restic-0.14-v2" --repository-version 2
fill "$new" "$out/restic-0.19-v2" --repository-version 2
fill "$new" "$out/restic-0.19-v1" --repository-version 1

# several keys
printf second > "$work/second"
"$new" -q -r "$out/restic-0.19-v2" key add --new-password-file "$work/second" --host other --user someone

# A prune that was interrupted after it had written new packs and index, before it removed the old ones.
repo=$out/interrupted-prune
fill "$new" "$repo" --repository-version 2
cp -r "$repo" "$work/before"
"$new" -q -r "$repo" forget --keep-last 1 --prune --max-unused 0 --repack-smaller-than 16M
cp -rn "$work/before/data" "$work/before/index" "$repo/"

for r in "$out"/*/; do case $r in */cache/) ;; *) tidy "$r";; esac; done
rm -rf "$out/cache"
