package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.filter.PatternFile;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.filter.PatternList.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What of a snapshot is wanted: everything but some, or nothing but some. */
final class PathFilterOptions {

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Leave out what matches. May be repeated, like all of these.")
    List<String> exclude = new ArrayList<>();

    @Option(names = "--iexclude", paramLabel = "PATTERN", description = "The same, with upper and lower case as equal.")
    List<String> excludeAnyCase = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Read such patterns from a file.")
    List<Path> excludeFiles = new ArrayList<>();

    @Option(
            names = "--iexclude-file",
            paramLabel = "FILE",
            description = "The same, with upper and lower case as equal.")
    List<Path> excludeFilesAnyCase = new ArrayList<>();

    @Option(
            names = {"-i", "--include"},
            paramLabel = "PATTERN",
            description = "Only what matches.")
    List<String> include = new ArrayList<>();

    @Option(names = "--iinclude", paramLabel = "PATTERN", description = "The same, with upper and lower case as equal.")
    List<String> includeAnyCase = new ArrayList<>();

    @Option(names = "--include-file", paramLabel = "FILE", description = "Read such patterns from a file.")
    List<Path> includeFiles = new ArrayList<>();

    @Option(
            names = "--iinclude-file",
            paramLabel = "FILE",
            description = "The same, with upper and lower case as equal.")
    List<Path> includeFilesAnyCase = new ArrayList<>();

    /** Two lists that choose together: what either matches. */
    private record Patterns(PatternList exact, PatternList anyCase) {

        boolean isEmpty() {
            return exact.isEmpty() && anyCase.isEmpty();
        }

        Selection test(String path) {
            Selection one = exact.test(path);
            Selection other = anyCase.test(path);
            return new Selection(one.matches() || other.matches(), one.mayMatchBelow() || other.mayMatchBelow());
        }
    }

    PathFilter filter(Environment environment) throws IOException {
        try {
            return choose(
                    patterns(exclude, excludeFiles, excludeAnyCase, excludeFilesAnyCase, environment),
                    patterns(include, includeFiles, includeAnyCase, includeFilesAnyCase, environment));
        } catch (InvalidPatternException e) {
            throw malformed(e);
        }
    }

    private static PathFilter choose(Patterns excluded, Patterns included) throws BadRequest {
        if (!excluded.isEmpty() && !included.isEmpty()) {
            throw new BadRequest("exclude and include patterns cannot be given together");
        }
        if (!included.isEmpty()) {
            return (path, directory) -> chooseIncluded(included.test(path), directory);
        }
        return excluded.isEmpty() ? PathFilter.ALL : (path, _) -> chooseUnexcluded(path, excluded);
    }

    /** The root can be emptied, but not excluded. */
    private static Choice chooseUnexcluded(String path, Patterns excluded) {
        return !"/".equals(path) && excluded.test(path).matches() ? Choice.REFUSED : Choice.SELECTED;
    }

    private static Choice chooseIncluded(Selection selection, boolean directory) {
        if (selection.matches()) {
            return Choice.SELECTED;
        }
        return directory && selection.mayMatchBelow() ? Choice.PERHAPS_WITHIN : Choice.REFUSED;
    }

    private static Patterns patterns(
            List<String> given,
            List<Path> files,
            List<String> anyCase,
            List<Path> filesAnyCase,
            Environment environment)
            throws IOException {
        return new Patterns(
                PatternList.of(all(given, files, environment)),
                PatternList.ignoringCase(all(anyCase, filesAnyCase, environment)));
    }

    private static List<String> all(List<String> given, List<Path> files, Environment environment) throws IOException {
        List<String> patterns = new ArrayList<>(given);
        for (Path file : files) {
            patterns.addAll(PatternFile.read(file, environment.variables()));
        }
        return patterns;
    }

    static BadRequest malformed(InvalidPatternException e) {
        return new BadRequest(String.valueOf(e.getMessage()));
    }
}
