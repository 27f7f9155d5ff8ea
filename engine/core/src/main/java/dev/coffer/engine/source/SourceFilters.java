package dev.coffer.engine.source;

import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Applies {@link FilterRules} to what is found. Safe for use by any number of threads. */
final class SourceFilters {

    private final LocalFiles files;
    private final FilterRules rules;
    private final MountPoints mounts;
    private final SourceProblems problems;

    SourceFilters(LocalFiles files, FilterRules rules, MountPoints mounts, SourceProblems problems) {
        this.files = files;
        this.rules = rules;
        this.mounts = mounts;
        this.problems = problems;
    }

    /**
     * Which of the names in a folder may be backed up as far as their names tell; cheap, since it asks for no attributes.
     *
     * @param names all there are
     */
    Predicate<String> selection(String folder, Collection<String> names) {
        List<String> tags = tagsIn(folder, names);
        boolean anyPath = rules.patterns().isEmpty() && !isNearLeftOut(folder);
        return name -> (tags.isEmpty() || tags.stream().allMatch(name::equals))
                && (anyPath || acceptsPath(SourcePaths.join(folder, name)));
    }

    /** Whether a folder may hold, or lie in, one that is left out. */
    private boolean isNearLeftOut(String folder) {
        for (String leftOut : rules.folders()) {
            if (SourcePaths.isWithin(folder, leftOut) || SourcePaths.isWithin(leftOut, folder)) {
                return true;
            }
        }
        return false;
    }

    private List<String> tagsIn(String folder, Collection<String> names) {
        if (rules.tags().isEmpty()) {
            return List.of();
        }
        Set<String> present = new HashSet<>(names);
        List<String> tags = new ArrayList<>();
        for (FolderTag tag : rules.tags()) {
            if (present.contains(tag.name()) && isTagged(folder, tag)) {
                tags.add(tag.name());
            }
        }
        return tags;
    }

    /** A tag that cannot be read counts as none: rather back up too much. */
    private boolean isTagged(String folder, FolderTag tag) {
        try {
            return tag.isIn(files, folder);
        } catch (IOException unreadable) {
            problems.report(SourcePaths.join(folder, tag.name()), unreadable);
            return false;
        }
    }

    private boolean acceptsPath(String path) {
        for (String folder : rules.folders()) {
            if (SourcePaths.isWithin(folder, path)) {
                return false;
            }
        }
        for (PatternList patterns : rules.patterns()) {
            if (patterns.matches(path)) {
                return false;
            }
        }
        return true;
    }

    /** Whether something whose name was selected may be backed up as far as its attributes tell. */
    boolean accepts(SourceEntry entry, FileStat stat) {
        boolean small = stat.isDirectory()
                || rules.largestFile().isEmpty()
                || stat.size() <= rules.largestFile().getAsLong();
        return small && (!rules.oneFileSystem() || mounts.accepts(entry.path(), stat));
    }
}
