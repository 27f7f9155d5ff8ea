package dev.coffer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The usual commands, one after the other, on small repositories, in a folder or behind a server: what the JVM sees here it
 * keeps in its AOT cache, so that classes are linked and methods have a history when the program starts.
 */
public final class Rehearsal {

    private static final int FOLDERS = 10;
    private static final int FILES_PER_FOLDER = 50;
    private static final int LARGEST_SMALL_FILE = 8 << 10;
    private static final int LARGE_FILE = 8 << 20;
    private static final String LETTERS = "etaoin shrdlu\n";

    /** Not ASCII, so that what decides how to write such a name is there. */
    private static final String FOREIGN_NAME = "\u00dcbung";

    /** The same for what snapshots hold such names as. */
    private static final String QUOTED_NAME = "a \"quoted\" name";

    private final Path folder;
    private final Random random = new Random(1);

    /** @param folder an empty one */
    Rehearsal(Path folder) {
        this.folder = folder;
    }

    /** For what a cache is made: one for everything would cost each command what only others need. */
    enum Scene {
        /** All that is done to repositories in folders. */
        LOCAL,
        /** The same, and what is done to repositories on servers. */
        NETWORK,
        /** Commands that only look, at the repository of another scene, since making one would take what they do not need. */
        READING
    }

    /**
     * @param arguments an empty folder, or for {@code reading} that of another scene; the caller removes it with everything in
     *     it. And {@code network} or {@code reading}, if it is to be another scene than {@code local}
     */
    public static void main(String[] arguments) throws IOException {
        BooleanSupplier stopping = Main.prepare();
        Surroundings surroundings = Surroundings.ofProcess();
        List<String> words = Arguments.ofProcess(arguments);
        Scene scene = words.size() > 1 ? Scene.valueOf(words.get(1).toUpperCase(Locale.ROOT)) : Scene.LOCAL;
        new Rehearsal(Path.of(words.getFirst())).run(scene, surroundings.err(), stopping);
    }

    /**
     * Runs the commands; what they print is dropped.
     *
     * @throws IllegalStateException if one fails
     */
    void run(Scene scene, OutputStream err, BooleanSupplier stopping) throws IOException {
        if (scene == Scene.READING) {
            look(err, stopping);
            return;
        }
        String source = writeFiles().toString();
        work(source, err, stopping);
        if (scene == Scene.NETWORK) {
            try (RehearsalServer server = RehearsalServer.start()) {
                runRemote(source, "copy by REST", server.rest(), err, stopping);
                runRemote(source, "copy by S3", server.s3(), err, stopping);
            }
        }
    }

    private void work(String source, OutputStream err, BooleanSupplier stopping) {
        String target = folder.resolve("target").toString();
        for (List<String> command : List.of(
                List.of("init"),
                List.of("backup", source),
                List.of("backup", source),
                List.of("backup", "--json", "--force", source),
                List.of("snapshots"),
                List.of("snapshots", "--json"),
                List.of("ls", "--long", "latest"),
                List.of("ls", "--json", "latest"),
                List.of("check", "--read-data"),
                List.of("restore", "latest", "--target", target),
                List.of("forget", "--keep-last", "1", "--prune", "--max-unused", "0"))) {
            run(command, local(), err, stopping);
        }
    }

    private void look(OutputStream err, BooleanSupplier stopping) {
        for (List<String> command : List.of(
                List.of("version"),
                List.of("snapshots"),
                List.of("snapshots", "--json"),
                List.of("snapshots", "--compact", "--group-by", "host,paths", "--latest", "1"),
                List.of("ls", "latest"),
                List.of("ls", "--long", "latest"),
                List.of("ls", "--json", "latest"),
                List.of("find", "file1*"),
                List.of("find", "--long", "--json", "text"),
                List.of("stats"),
                List.of("stats", "--json", "--mode", "raw-data"),
                List.of("diff", "latest", "latest"),
                List.of("cat", "config"),
                List.of("list", "snapshots"),
                List.of("key", "list"),
                List.of("unlock"),
                List.of("check", "--read-data"))) {
            run(command, local(), err, stopping);
        }
    }

    private Map<String, String> local() {
        return Map.of("RESTIC_REPOSITORY", folder.resolve("repository").toString());
    }

    /** What a kind of store adds to the commands. */
    private void runRemote(
            String source, String copy, Map<String, String> repository, OutputStream err, BooleanSupplier stopping) {
        for (List<String> command : List.of(
                List.of("init"),
                List.of("backup", source),
                List.of("snapshots"),
                List.of("restore", "latest", "--target", folder.resolve(copy).toString()))) {
            run(command, repository, err, stopping);
        }
    }

    private void run(List<String> command, Map<String, String> repository, OutputStream err, BooleanSupplier stopping) {
        Map<String, String> variables = new HashMap<>(repository);
        variables.put("RESTIC_PASSWORD", "rehearsal");
        variables.put("HOME", folder.toString());
        Surroundings surroundings = new Surroundings(
                new Environment(variables),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                err,
                Terminal.NONE);
        int code = Main.run(surroundings, stopping, command);
        if (code != ExitCode.OK.number()) {
            throw new IllegalStateException(String.join(" ", command) + " ended with exit code " + code);
        }
    }

    private Path writeFiles() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.write(source.resolve("text"), text(LARGE_FILE));
        byte[] noise = new byte[LARGE_FILE];
        random.nextBytes(noise);
        Files.write(source.resolve("noise"), noise);
        ifPossible(() -> Files.createFile(source.resolve(FOREIGN_NAME)));
        ifPossible(() -> Files.createFile(source.resolve(QUOTED_NAME)));
        ifPossible(() -> Files.createSymbolicLink(source.resolve("link"), Path.of("text")));
        for (int i = 0; i < FOLDERS; i++) {
            Path small = Files.createDirectory(source.resolve("folder" + i));
            for (int j = 0; j < FILES_PER_FOLDER; j++) {
                Files.write(small.resolve("file" + j), text(random.nextInt(LARGEST_SMALL_FILE)));
            }
        }
        return source;
    }

    private interface Creation {
        Path make() throws IOException;
    }

    /** Does without what the locale, or the file system of the folder, knows no way for. */
    private static void ifPossible(Creation creation) {
        try {
            creation.make();
        } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
            // rehearsed less
        }
    }

    private byte[] text(int length) {
        byte[] text = new byte[length];
        random.nextBytes(text);
        byte[] letters = LETTERS.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < length; i++) {
            text[i] = letters[(text[i] & 0xff) % letters.length];
        }
        return text;
    }
}
