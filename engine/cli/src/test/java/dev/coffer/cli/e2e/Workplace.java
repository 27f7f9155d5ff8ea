package dev.coffer.cli.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs of a test, in a directory of its own. */
final class Workplace {

    private static final Pattern TREE = Pattern.compile("\"tree\": ?\"([0-9a-f]{64})\"");

    private final Path directory;
    private final UnaryOperator<String> locations;
    final Program coffer;
    final Program restic;
    final Program bash;

    Workplace(Path directory) {
        this(directory, name -> directory.resolve(name).toString());
    }

    /** @param locations by the names of repositories, which are folders here, whatever way programs take to them */
    Workplace(Path directory, UnaryOperator<String> locations) {
        this.directory = directory;
        this.locations = locations;
        coffer = Program.coffer(directory).at(directory).on(location("repository"));
        restic = Program.restic(directory).at(directory).on(location("repository"));
        bash = Program.of(directory, "bash");
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /** Where programs find a repository. */
    String location(String name) {
        return locations.apply(name);
    }

    Path repository() {
        return path("repository");
    }

    /** A new nasty directory and its path. */
    Path nastyDirectory() {
        return nastyDirectory(bash, path("source"));
    }

    /** Before 0.17, restic could not store link targets that are not valid UTF-8. */
    Path nastyDirectory(Program shell, Path source) {
        NastyDirectory.create(shell, source);
        if (restic.run("version").out().matches("(?s)restic 0\\.1[0-6]\\..*")) {
            shell.run("-c", "rm \"$0\"/odd-link", source.toString()).ok();
        }
        return source;
    }

    /** Root trees of all snapshots, oldest first, as restic tells them. */
    static List<String> trees(Program restic) {
        Matcher matcher = TREE.matcher(restic.run("snapshots", "--json").ok().out());
        return matcher.results().map(found -> found.group(1)).toList();
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
