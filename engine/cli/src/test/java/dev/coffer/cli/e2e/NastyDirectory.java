package dev.coffer.cli.e2e;

import java.nio.file.Path;

/** A directory that holds every type of file and every odd name that this user may create. */
final class NastyDirectory {

    private static final String SCRIPT = """
            set -eu
            mkdir -p "$0"; cd "$0"
            printf 'hello\\n' > hello.txt; : > empty; mkdir empty-dir
            head -c 3000000 /dev/zero > zeros
            seq 1 400000 > numbers
            head -c 5000000 /dev/urandom > random
            truncate -s 30M sparse; printf 'end' >> sparse
            mkdir -p a/b/c/d; printf 'deep' > a/b/c/d/file
            ln hello.txt hard-link; ln random a/second-link
            ln -s hello.txt soft; ln -s /no/such/place dangling; ln -s '' emptylink 2>/dev/null || true
            ln -s "$(printf 'odd \\377 target')" odd-link
            ln -s .. a/b/up
            touch -- 'with "quotes"' 'back\\slash' 'tab	x' "$(printf 'new\\nline')" "$(printf 'bell\\a')" ' leading' 'trailing ' '-dash'
            touch "$(printf 'invalid-\\377\\376')" "$(printf 'half-\\303')" "$(printf 'surrogate-\\355\\240\\200')" "$(printf 'overlong-\\300\\257')"
            touch 'ünïcode' '日本語' '🎉 party' "$(printf 'nbsp\\302\\240x')" "$(printf 'zero-width\\342\\200\\213')" "$(printf 'bom\\357\\273\\277')"
            touch "$(printf 'ideographic\\343\\200\\200space')" "$(printf 'private\\356\\200\\200')" "$(printf 'line\\342\\200\\250sep')" '<html>&amp;'
            touch "$(printf 'x%.0s' $(seq 1 255))"
            mkfifo pipe
            printf 'private' > private; chmod 600 private; chmod 000 private 2>/dev/null || true; chmod 640 private
            printf '#!/bin/sh\\n' > setuid; chmod 4755 setuid; printf x > setgid; chmod 2755 setgid
            mkdir sticky; chmod 1777 sticky; mkdir setgid-dir; chmod 2750 setgid-dir
            touch old; touch -d '1969-12-31T23:59:58.500000001Z' old
            touch -d '2106-02-07T06:28:17.999999999Z' future
            touch -h -d '2001-02-03T04:05:06.7Z' soft
            setfattr -n user.comment -v 'a comment' hello.txt
            setfattr -n user.binary -v 0x00ff01 hello.txt
            setfattr -n user.empty hello.txt
            setfattr -n user.on-dir -v yes a
            setfacl -m u:1:rw,g:2:r private
            setfacl -d -m u:1:rwx a/b
            mkdir many; (cd many; for i in $(seq 1 1500); do : > "file-$i"; done)
            if [ "$(id -u)" = 0 ]; then
              mknod block b 7 99; mknod char c 1 3
              printf owned > owned; chown 12345:54321 owned; chown -h 1:1 odd-link
              setfattr -n trusted.secret -v only-root hello.txt || true
              setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 setgid || true
            fi
            touch -d '2020-01-01T00:00:00.123456789Z' a/b a empty-dir
            """;

    private NastyDirectory() {}

    static void create(Program shell, Path directory) {
        shell.run("-c", SCRIPT, directory.toString()).ok();
    }
}
