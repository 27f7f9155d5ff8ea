package dev.coffer.cli.e2e;

import java.nio.file.Path;

/** All that can be told of a directory tree, as text to compare: types, modes, owners, times, links, attributes, content. */
final class Listing {

    private static final String SCRIPT = """
            cd "$0"
            find . -mindepth 1 -printf '%P|%y|%m|%U:%G|%T@|%n|%l\\n' -o -printf '' | grep -av '|d|' | LC_ALL=C sort
            find . -mindepth 1 -type d -printf '%P|%y|%m|%U:%G|%T@\\n' | LC_ALL=C sort
            find . -type f -size -100M -exec sha256sum {} + | LC_ALL=C sort -k2
            find . -type f -printf '%P %s\\n' | LC_ALL=C sort
            find . \\( -type b -o -type c \\) -exec stat -c '%n %t:%T' {} + | LC_ALL=C sort
            find . -print0 | LC_ALL=C sort -z | xargs -0 getfattr -h -d -m - -e hex 2>/dev/null
            find . -type f -links +1 -printf '%i %P\\n' | LC_ALL=C sort -k2 | awk '{ if (!($1 in n)) n[$1] = ++c; $1 = n[$1]; print }'
            """;

    private Listing() {}

    static String of(Path directory) {
        return Program.of(directory, "bash", "-c", SCRIPT, directory.toString())
                .run()
                .ok()
                .out();
    }
}
