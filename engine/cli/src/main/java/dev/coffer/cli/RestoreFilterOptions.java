package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PatternList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What of a snapshot is restored: which files, and which of their extended attributes. */
final class RestoreFilterOptions {

    @Mixin
    final PathFilterOptions paths = new PathFilterOptions();

    @Option(
            names = "--exclude-xattr",
            paramLabel = "PATTERN",
            description = "Leave out extended attributes whose names match.")
    List<String> excludeAttributes = new ArrayList<>();

    @Option(
            names = "--include-xattr",
            paramLabel = "PATTERN",
            description = "Restore only extended attributes whose names match.")
    List<String> includeAttributes = new ArrayList<>();

    PathFilter filter(Environment environment) throws IOException {
        return paths.filter(environment);
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
            throw PathFilterOptions.malformed(e);
        }
    }
}
