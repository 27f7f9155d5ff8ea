package dev.coffer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder with content to back up; closing it deletes it. */
record SourceFolder(Path path) implements AutoCloseable {

    private static final int SMALL_FILE_BYTES = 16 * 1024;
    private static final int FILES_PER_FOLDER = 100;

    static SourceFolder create(SourceShape shape, Corpus corpus, int length) throws IOException {
        Path path = Files.createTempDirectory("coffer-benchmark");
        byte[] content = corpus.bytes(length);
        switch (shape) {
            case ONE_FILE -> Files.write(path.resolve("content"), content);
            case SMALL_FILES -> writeSmallFiles(path, content);
        }
        return new SourceFolder(path);
    }

    private static void writeSmallFiles(Path path, byte[] content) throws IOException {
        for (int file = 0; file * SMALL_FILE_BYTES < content.length; file++) {
            Path folder = Files.createDirectories(path.resolve(Integer.toString(file / FILES_PER_FOLDER)));
            int start = file * SMALL_FILE_BYTES;
            byte[] part = Arrays.copyOfRange(content, start, Math.min(start + SMALL_FILE_BYTES, content.length));
            Files.write(folder.resolve(Integer.toString(file)), part);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : deepestFirst) {
            Files.delete(entry);
        }
    }
}
