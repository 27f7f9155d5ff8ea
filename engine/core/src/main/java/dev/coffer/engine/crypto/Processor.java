package dev.coffer.engine.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a processor can do, as Linux tells in {@code /proc/cpuinfo}; nothing is known on other systems.
 *
 * @param features names that Linux has for them
 */
record Processor(Set<String> features) {

    /** Far more than the lines of one processor take; all of them together may be a hundred times as much. */
    private static final int ENOUGH = 16 << 10;

    /** What the JIT's routine for Poly1305 needs. */
    private static final List<String> WIDE_MULTIPLICATION = List.of("avx512ifma", "avx512vl", "avx512bw");

    static Processor ofThisMachine() {
        try (InputStream in = Files.newInputStream(Path.of("/proc/cpuinfo"))) {
            return parse(new String(in.readNBytes(ENOUGH), StandardCharsets.US_ASCII));
        } catch (IOException _) {
            return new Processor(Set.of());
        }
    }

    /** Of several processors the first. */
    static Processor parse(String information) {
        return new Processor(information
                .lines()
                .filter(line -> line.startsWith("flags"))
                .limit(1)
                .flatMap(line -> Arrays.stream(
                        line.substring(line.indexOf(':') + 1).strip().split(" ")))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasWideMultiplication() {
        return features.containsAll(WIDE_MULTIPLICATION);
    }
}
