package dev.coffer.operator.api.crd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The definitions in {@code operator/deploy/crds} are those that the types make. {@code mvn test -pl operator/api -Dcrds=write}
 * writes them, which is what to do after a change of the types.
 */
class CommittedCrdsTest {

    private static final Path FOLDER = Path.of("../deploy/crds");

    @Test
    void the_committed_definitions_are_up_to_date() throws IOException {
        Map<String, String> made = new TreeMap<>();
        CrdGenerator.generate().forEach((name, definition) -> made.put(name, CrdGenerator.toYaml(definition)));
        if ("write".equals(System.getProperty("crds"))) {
            write(made);
        }
        assertThat(committed())
                .as("Definitions that are out of date; write them with: mvn test -pl operator/api -Dcrds=write")
                .isEqualTo(made);
    }

    private static void write(Map<String, String> made) throws IOException {
        Files.createDirectories(FOLDER);
        for (String stale : committed().keySet()) {
            Files.delete(FOLDER.resolve(stale));
        }
        for (Map.Entry<String, String> file : made.entrySet()) {
            Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> committed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.collect(toMap(file -> file.getFileName().toString(), CommittedCrdsTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
