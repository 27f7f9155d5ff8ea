package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files in which OpenSSH keeps settings for hosts: those of the user, then those of the machine. Immutable.
 *
 * <p>{@code Match} understands {@code all}, {@code host}, {@code originalhost}, {@code user} and {@code localuser}; a section with
 * any other condition does not apply.
 */
final class SshConfig {

    private static final Path OF_THE_MACHINE = Path.of("/etc/ssh/ssh_config");
    private static final int DEEPEST_INCLUDE = 16;
    private static final Pattern LINE = Pattern.compile("\\s*(\\w+)(?:\\s*=\\s*|\\s+)(.*?)\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /**
     * One line.
     *
     * @param keyword in lower case
     * @param applies to which hosts
     */
    record Directive(String keyword, List<String> values, Predicate<HostLookup> applies) {}

    private final List<Directive> directives = new ArrayList<>();
    private final Path home;

    private SshConfig(Path home) {
        this.home = home;
    }

    /** @param home the user's folder */
    static SshConfig read(Path home) throws BackendException {
        SshConfig config = new SshConfig(home);
        config.readFile(home.resolve(".ssh/config"), _ -> true, 0);
        config.readFile(OF_THE_MACHINE, _ -> true, 0);
        return config;
    }

    List<Directive> directives() {
        return directives;
    }

    Path home() {
        return home;
    }

    private void readFile(Path file, Predicate<HostLookup> outer, int depth) throws BackendException {
        if (!Files.exists(file) || depth > DEEPEST_INCLUDE) {
            return;
        }
        Predicate<HostLookup> section = outer;
        for (String line : lines(file)) {
            Matcher matcher = LINE.matcher(line);
            if (line.strip().startsWith("#") || !matcher.matches()) {
                continue;
            }
            String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> values = words(matcher.group(2));
            switch (keyword) {
                case "host" -> section = outer.and(lookup -> HostPatterns.match(values, lookup.originalHost()));
                case "match" -> section = outer.and(new MatchCondition(values)::holds);
                case "include" -> include(values, file, section, depth);
                default -> directives.add(new Directive(keyword, values, section));
            }
        }
    }

    private static List<String> lines(Path file) throws BackendException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new BackendException.Rejected("cannot read the SSH configuration " + file + ": " + e.getMessage(), e);
        }
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            words.add(quoted == null ? matcher.group(2) : quoted);
        }
        return words;
    }

    private void include(List<String> patterns, Path from, Predicate<HostLookup> section, int depth)
            throws BackendException {
        for (String pattern : patterns) {
            Path folder = from.equals(OF_THE_MACHINE) ? Path.of("/etc/ssh") : home.resolve(".ssh");
            Path path = folder.resolve(HomePaths.expand(pattern, home));
            for (Path file : glob(path)) {
                readFile(file, section, depth + 1);
            }
        }
    }

    /** Only the last name of a path may be a pattern. */
    private static List<Path> glob(Path path) throws BackendException {
        List<Path> files = new ArrayList<>();
        Path folder = path.getParent();
        Path name = path.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name.toString())) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new BackendException.Rejected("cannot read the SSH configuration in " + folder, e);
        }
        files.sort(null);
        return files;
    }
}
