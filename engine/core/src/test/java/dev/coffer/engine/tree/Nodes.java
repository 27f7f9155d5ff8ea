package dev.coffer.engine.tree;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Nodes for tests: random ones, and trees that restic wrote. */
final class Nodes {

    private static final NodeType[] TYPES = {
        NodeType.FILE, NodeType.DIR, NodeType.SYMLINK, NodeType.DEV, NodeType.CHARDEV, NodeType.FIFO
    };

    private final Random random;

    Nodes(long seed) {
        random = new Random(seed);
    }

    /** A tree blob as restic printed it ({@code restic cat blob}). */
    static byte[] golden(String name) {
        try (InputStream resource = Nodes.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nodes of a directory, sorted. */
    List<Node> directory(int size) {
        TreeSet<String> names = new TreeSet<>(Comparator.comparing(NativeString::encode, Arrays::compareUnsigned));
        while (names.size() < size) {
            names.add(rawText(1));
        }
        List<Node> nodes = new ArrayList<>();
        names.forEach(name -> nodes.add(node(name)));
        return nodes;
    }

    Node node(String name) {
        NodeType type = TYPES[random.nextInt(TYPES.length)];
        NodeBuilder node = Node.builder(name, type)
                .mode(random.nextInt())
                .mtime(time())
                .atime(time())
                .ctime(time())
                .uid(random.nextInt() & 0xFFFF_FFFFL)
                .gid(random.nextInt(3))
                .user(random.nextBoolean() ? "" : "us<e>r ü")
                .group(random.nextBoolean() ? "" : "group")
                .inode(random.nextLong())
                .deviceId(random.nextInt(2))
                .links(random.nextInt(3));
        typed(type, node);
        attributes(node);
        return node.build();
    }

    private void typed(NodeType type, NodeBuilder node) {
        switch (type) {
            case FILE ->
                node.size(random.nextLong())
                        .content(random.ints(random.nextInt(3))
                                .mapToObj(i -> id())
                                .toList());
            case DIR -> node.subtree(id());
            case SYMLINK -> node.linkTarget(rawText(1));
            case DEV, CHARDEV -> node.device(random.nextLong());
            case FIFO, SOCKET, IRREGULAR, UNKNOWN -> node.error("odd");
        }
    }

    private void attributes(NodeBuilder node) {
        if (random.nextInt(3) == 0) {
            byte[] value = new byte[random.nextInt(5)];
            random.nextBytes(value);
            node.extendedAttributes(
                    List.of(new ExtendedAttribute("user.ä", value), new ExtendedAttribute("user.b", new byte[0])));
        }
        if (random.nextInt(5) == 0) {
            node.genericAttributes(new TreeMap<>(Map.of(
                    "windows.file_attributes",
                    "32",
                    "windows.creation_time",
                    "{\"LowDateTime\":1,\"HighDateTime\":2}")));
        }
    }

    private OffsetDateTime time() {
        return Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000))
                .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-600, 600)));
    }

    private ObjectId id() {
        return new ObjectId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** Text of all kinds of characters and of bytes that are none, as a file system may hold it. */
    private String rawText(int minimum) {
        int length = minimum + random.nextInt(8);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> 1 + random.nextInt(0x7F);
                        case 1 -> 0xDC80 + random.nextInt(0x80);
                        case 2 -> 0xE000 + random.nextInt(0x10_2000);
                        case 3 -> 1 + random.nextInt(0xD7FF);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return NativeString.decode(NativeString.encode(text.toString()));
    }
}
