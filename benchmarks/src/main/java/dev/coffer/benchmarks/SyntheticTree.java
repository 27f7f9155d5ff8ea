package dev.coffer.benchmarks;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeWriter;
import dev.coffer.engine.tree.UnorderedNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Directories full of ordinary files of one blob each. */
final class SyntheticTree {

    private static final int NODES_PER_TREE = 100;
    private static final OffsetDateTime START = OffsetDateTime.of(2024, 3, 1, 12, 0, 0, 0, ZoneOffset.ofHours(1));

    private SyntheticTree() {}

    /** The entries of one directory, sorted; another seed makes others. */
    static List<Node> nodes(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> node(i, random)).toList();
    }

    private static Node node(int number, Random random) {
        OffsetDateTime time = START.plusSeconds(random.nextInt(40_000_000)).withNano(random.nextInt(1_000_000_000));
        return Node.builder("document-%08d.txt".formatted(number), NodeType.FILE)
                .mode(0644)
                .mtime(time)
                .atime(time)
                .ctime(time.plusSeconds(1))
                .uid(1000)
                .gid(1000)
                .user("somebody")
                .group("users")
                .inode(1_000_000 + number)
                .deviceId(64_768)
                .links(1)
                .size(random.nextInt(100_000))
                .content(List.of(
                        new ObjectId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())))
                .build();
    }

    /** Tree blobs of different directories, one after the other. */
    static byte[] content(int length) {
        byte[] content = new byte[length];
        int at = 0;
        for (long seed = 0; at < length; seed++) {
            byte[] blob = blob(nodes(NODES_PER_TREE, seed));
            int part = Math.min(blob.length, length - at);
            System.arraycopy(blob, 0, content, at, part);
            at += part;
        }
        return content;
    }

    static byte[] blob(List<Node> nodes) {
        try {
            return TreeWriter.write(nodes);
        } catch (UnorderedNode e) {
            throw new IllegalArgumentException("the entries of a directory must be sorted", e);
        }
    }
}
