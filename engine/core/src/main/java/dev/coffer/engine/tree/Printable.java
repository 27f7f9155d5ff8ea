package dev.coffer.engine.tree;

import java.util.BitSet;

/**
 * The characters that names show as they are: U+0020 and the general categories L, M, N, P, S of Unicode 15.0.
 *
 * <p>The version matters, because the escaping of a name decides the id of its tree, and Go (from 1.21) has 15.0. So the
 * table is our own instead of the JVM's. It was derived by letting restic 0.19.1 back up files whose names held every code point, and
 * agrees with the categories of Unicode 14 plus the characters new in 15.0.
 */
final class Printable {

    private static final BitSet TABLE = load();

    private Printable() {}

    static boolean contains(int codePoint) {
        return TABLE.get(codePoint);
    }

    private static BitSet load() {
        BitSet table = new BitSet(Character.MAX_CODE_POINT + 1);
        for (String range : PrintableRanges.VERSION_15_0.split("\\s+")) {
            add(range, table);
        }
        return table;
    }

    private static void add(String range, BitSet table) {
        String[] ends = range.split("-");
        table.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
    }
}
