package dev.coffer.operator.agent.backup;

import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.engine.archive.BackupRequest.Estimate;
import dev.coffer.engine.archive.ChangeTest;
import dev.coffer.engine.archive.ParentChoice;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.filter.PatternFile;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.TagList;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.source.FolderTag;
import dev.coffer.engine.text.Quantities;
import dev.coffer.operator.agent.arguments.RateFlags;
import dev.coffer.operator.agent.arguments.TargetArguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The arguments that a target adds to its backup: options of {@code coffer backup}, those that make sense in a pod. */
@Command(name = "target.args")
public final class BackupArguments {

    @Option(names = "--tag")
    private List<String> tags = new ArrayList<>();

    @Option(names = {"-e", "--exclude"})
    private List<String> exclude = new ArrayList<>();

    @Option(names = "--iexclude")
    private List<String> excludeAnyCase = new ArrayList<>();

    @Option(names = "--exclude-file")
    private List<Path> excludeFiles = new ArrayList<>();

    @Option(names = "--iexclude-file")
    private List<Path> excludeFilesAnyCase = new ArrayList<>();

    @Option(names = "--exclude-if-present", converter = TagConverter.class)
    private List<FolderTag> excludeIfPresent = new ArrayList<>();

    @Option(names = "--exclude-caches")
    private boolean excludeCaches;

    @Option(names = "--exclude-larger-than", converter = SizeConverter.class)
    private @Nullable Long largest;

    @Option(names = {"-x", "--one-file-system"})
    private boolean oneFileSystem;

    @Option(names = "--ignore-ctime")
    private boolean ignoreCtime;

    @Option(names = "--ignore-inode")
    private boolean ignoreInode;

    @Option(names = {"-f", "--force"})
    private boolean force;

    @Option(names = "--no-scan")
    private boolean noScan;

    @Option(names = "--compression")
    private CompressionMode compression = CompressionMode.AUTO;

    @Mixin
    private final RateFlags rates = new RateFlags();

    private BackupArguments() {}

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

    static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Quantities.parseBytes(text)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + text + "' is not a size such as 500K, 10M or 1.5G"));
        }
    }

    /**
     * Reads the arguments, see {@link TargetArguments#read}.
     *
     * @throws BadRequest if there is an option that a backup in a pod does not have, or a value that makes no sense
     */
    public static BackupArguments parse(List<String> arguments) throws BadRequest {
        BackupArguments parsed = new BackupArguments();
        TargetArguments.read(parsed, arguments, "backup");
        return parsed;
    }

    List<String> tags() {
        return TagList.flatten(tags.stream().map(TagList::parse).toList());
    }

    /** Patterns that a snapshot records. */
    List<String> exclude() {
        return exclude;
    }

    /**
     * What is left out.
     *
     * @param more patterns, of the target itself
     */
    FilterRules rules(List<String> more) throws IOException {
        List<FolderTag> marks = new ArrayList<>(excludeIfPresent);
        if (excludeCaches) {
            marks.add(FolderTag.CACHE);
        }
        FilterRules rules =
                FilterRules.NONE.withPatterns(patterns(more)).withTags(marks).withOneFileSystem(oneFileSystem);
        return largest == null ? rules : rules.withLargestFile(largest);
    }

    private List<PatternList> patterns(List<String> more) throws IOException {
        List<String> exact = new ArrayList<>(more);
        exact.addAll(exclude);
        exact.addAll(read(excludeFiles));
        List<String> anyCase = new ArrayList<>(excludeAnyCase);
        anyCase.addAll(read(excludeFilesAnyCase));
        try {
            return List.of(PatternList.of(exact), PatternList.ignoringCase(anyCase));
        } catch (InvalidPatternException e) {
            throw new BadRequest("What the target excludes cannot be understood: " + e.getMessage());
        }
    }

    private static List<String> read(List<Path> files) throws IOException {
        List<String> patterns = new ArrayList<>();
        for (Path file : files) {
            patterns.addAll(PatternFile.read(file, Map.of()));
        }
        return patterns;
    }

    ChangeTest changes() {
        if (ignoreInode) {
            return ChangeTest.WITHOUT_INODE;
        }
        return ignoreCtime ? ChangeTest.WITHOUT_CTIME : ChangeTest.STRICT;
    }

    ParentChoice parent() {
        return force ? new ParentChoice.None() : new ParentChoice.Latest(GroupBy.HOST_AND_PATHS);
    }

    Estimate estimate() {
        return noScan ? Estimate.NONE : Estimate.SCAN;
    }

    public CompressionMode compression() {
        return compression;
    }

    public RateLimits limits() {
        return rates.limits();
    }
}
