package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.filter.PatternFile;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.filter.PatternList.Selection;
import dev.coffer.engine.restore.RestoreFilter;
import dev.coffer.engine.restore.RestoreFilter.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What of a snapshot is restored: everything but some, or nothing but some. */
final class RestoreFilterOptions {

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Leave out what matches. May be repeated, like all of these.")
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--iexclude", paramLabel = "PATTERN", description = "The same, with upper and lower case as equal.")
    private List<String> excludeAnyCase = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Read such patterns from a file.")
    private List<Path> excludeFiles = new ArrayList<>();

    @Option(
            names = "--iexclude-file",
            paramLabel = "FILE",
            description = "The same, with upper and lower case as equal.")
    private List<Path> excludeFilesAnyCase = new ArrayList<>();

    @Option(
            names = {"-i", "--include"},
            paramLabel = "PATTERN",
            description = "Restore only what matches.")
    private List<String> include = new ArrayList<>();

    @Option(names = "--iinclude", paramLabel = "PATTERN", description = "The same, with upper and lower case as equal.")
    private List<String> includeAnyCase = new ArrayList<>();

    @Option(names = "--include-file", paramLabel = "FILE", description = "Read such patterns from a file.")
    private List<Path> includeFiles = new ArrayList<>();

    @Option(
            names = "--iinclude-file",
            paramLabel = "FILE",
            description = "The same, with upper and lower case as equal.")
    private List<Path> includeFilesAnyCase = new ArrayList<>();

    @Option(
            names = "--exclude-xattr",
            paramLabel = "PATTERN",
            description = "Leave out extended attributes whose names match.")
    private List<String> excludeAttributes = new ArrayList<>();

    @Option(
            names = "--include-xattr",
            paramLabel = "PATTERN",
            description = "Restore only extended attributes whose names match.")
    private List<String> includeAttributes = new ArrayList<>();

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

    RestoreFilter filter(Environment environment) throws IOException {
        try {
            return choose(
                    patterns(exclude, excludeFiles, excludeAnyCase, excludeFilesAnyCase, environment),
                    patterns(include, includeFiles, includeAnyCase, includeFilesAnyCase, environment));
        } catch (InvalidPatternException e) {
            throw malformed(e);
        }
    }

    private static RestoreFilter choose(Patterns excluded, Patterns included) throws BadRequest {
        if (!excluded.isEmpty() && !included.isEmpty()) {
            throw new BadRequest("exclude and include patterns cannot be given together");
        }
        if (!included.isEmpty()) {
            return (path, directory) -> chooseIncluded(included.test(path), directory);
        }
        return excluded.isEmpty()
                ? RestoreFilter.ALL
                : (path, _) -> excluded.test(path).matches() ? Choice.REFUSED : Choice.SELECTED;
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

    /** Which extended attributes are restored, by their names. */
    Predicate<String> attributes() throws BadRequest {
        if (!excludeAttributes.isEmpty() && !includeAttributes.isEmpty()) {
            throw new BadRequest("--exclude-xattr and --include-xattr cannot be given together");
        }
        try {
            PatternList excluded = PatternList.of(excludeAttributes);
            PatternList included = PatternList.of(includeAttributes);
            return included.isEmpty() ? name -> !excluded.matches("/" + name) : name -> included.matches("/" + name);
        } catch (InvalidPatternException e) {
            throw malformed(e);
        }
    }

    private static BadRequest malformed(InvalidPatternException e) {
        return new BadRequest(String.valueOf(e.getMessage()));
    }
}
