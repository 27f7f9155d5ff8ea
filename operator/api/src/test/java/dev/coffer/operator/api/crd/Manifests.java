package dev.coffer.operator.api.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Manifests that use every field there is. */
final class Manifests {

    private static final Path FOLDER = Path.of("src/test/resources/manifests");

    private Manifests() {}

    static List<JsonNode> all() throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                manifests.addAll(new YAMLMapper()
                        .readerFor(JsonNode.class)
                        .<JsonNode>readValues(Files.newBufferedReader(file))
                        .readAll());
            }
        }
        return manifests;
    }
}
