package dev.coffer.cli;

import dev.coffer.engine.filter.PatternFile;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.source.FolderTag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is left out of a backup. */
final class ExcludeOptions {

    @Option(
            names = {"-e", "--exclude"},
            paramLabel = "PATTERN",
            description = "Leave out what matches, such as '*.tmp' or /home/*/.cache; '!PATTERN' takes back.")
    List<String> patterns = new ArrayList<>();

    @Option(names = "--iexclude", paramLabel = "PATTERN", description = "The same, but case does not matter.")
    List<String> patternsIgnoringCase = new ArrayList<>();

    @Option(names = "--exclude-file", paramLabel = "FILE", description = "Patterns from the lines of a file.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--iexclude-file", paramLabel = "FILE", description = "The same, but case does not matter.")
    List<Path> filesIgnoringCase = new ArrayList<>();

    @Option(
            names = "--exclude-if-present",
            paramLabel = "NAME[:HEADER]",
            converter = TagConverter.class,
            description = "Leave out what is in folders with a file of this name (that begins with HEADER).")
    List<FolderTag> tags = new ArrayList<>();

    @Option(names = "--exclude-caches", description = "Leave out what is in folders marked by a CACHEDIR.TAG.")
    boolean caches;

    @Option(
            names = "--exclude-larger-than",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Leave out files larger than this, such as 500M.")
    @Nullable
    ByteSize largest;

    @Option(
            names = {"-x", "--one-file-system"},
            description = "Do not enter other file systems than those of the given files and folders.")
    boolean oneFileSystem;

    /** For picocli. */
    static final class TagConverter implements ITypeConverter<FolderTag> {
        @Override
        public FolderTag convert(String text) {
            try {
                return FolderTag.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The patterns that a snapshot records. */
    List<String> patterns() {
        return patterns;
    }

    /**
     * All rules.
     *
     * @param folders to be left out as well
     * @throws dev.coffer.engine.filter.InvalidPatternException if a pattern is malformed
     */
    FilterRules rules(Environment environment, List<String> folders) throws IOException {
        List<FolderTag> allTags = new ArrayList<>(tags);
        if (caches) {
            allTags.add(FolderTag.CACHE);
        }
        PatternList exact = PatternList.of(withFiles(patterns, files, environment.variables()));
        PatternList anyCase =
                PatternList.ignoringCase(withFiles(patternsIgnoringCase, filesIgnoringCase, environment.variables()));
        FilterRules rules = FilterRules.NONE
                .withPatterns(List.of(exact, anyCase))
                .withTags(allTags)
                .withOneFileSystem(oneFileSystem)
                .withFolders(folders);
        return largest == null ? rules : rules.withLargestFile(largest.bytes());
    }

    private static List<String> withFiles(List<String> given, List<Path> files, Map<String, String> variables)
            throws IOException {
        List<String> all = new ArrayList<>(given);
        for (Path file : files) {
            all.addAll(PatternFile.read(file, variables));
        }
        return all;
    }
}
