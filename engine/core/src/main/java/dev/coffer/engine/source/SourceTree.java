package dev.coffer.engine.source;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.source.SourceEntry.Found;
import dev.coffer.engine.source.SourceEntry.OnTheWay;
import dev.coffer.engine.source.SourceEntry.Target;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The tree to be backed up. Only its top is held in memory, namely what leads to the targets; the rest is listed folder by
 * folder when asked for. Immutable, safe for use by any number of threads.
 */
public final class SourceTree {

    private static final Comparator<SourceEntry> TREE_ORDER = (a, b) -> NativeString.compareBytes(a.name(), b.name());

    private final LocalFiles files;
    private final SourceFilters filters;
    private final List<String> paths;
    private final List<String> missing;
    private final List<SourceEntry> root;

    private SourceTree(LocalFiles files, SourceFilters filters, Targets targets) throws IOException {
        this.files = files;
        this.filters = filters;
        this.paths = targets.paths();
        this.missing = targets.missing();
        this.root = new TargetTree(files, filters).build(targets.existing());
    }

    /**
     * Maps targets to the tree.
     *
     * @param workingDirectory absolute path that relative targets start from
     * @param targets as the user wrote them, at least one
     * @param problems told of what the filters could not read
     * @throws IOException if a folder whose entries become those of the root cannot be listed
     */
    public static SourceTree of(
            LocalFiles files, String workingDirectory, List<String> targets, FilterRules rules, SourceProblems problems)
            throws IOException {
        Targets known = Targets.of(files, workingDirectory, targets);
        MountPoints mounts = new MountPoints(files, rules.oneFileSystem() ? known.paths() : List.of());
        return new SourceTree(files, new SourceFilters(files, rules, mounts, problems), known);
    }

    /** The targets that exist, absolute and clean, as the snapshot records them. */
    public List<String> paths() {
        return paths;
    }

    /** The targets that do not exist, as the user wrote them. */
    public List<String> missing() {
        return missing;
    }

    /** Entries of the root tree, in the order of trees. Empty if no target exists, or all is excluded. */
    public List<SourceEntry> root() {
        return root;
    }

    /**
     * Attributes of an entry; those of a folder on the way are read through symbolic links.
     *
     * @throws java.nio.file.NoSuchFileException if it vanished meanwhile
     */
    public FileStat stat(SourceEntry entry) throws IOException {
        return files.stat(metadataPath(entry));
    }

    /** Where the metadata of an entry is read from. */
    static String metadataPath(SourceEntry entry) {
        return switch (entry) {
            case OnTheWay folder -> SourcePaths.join(folder.path(), ".");
            case Target target -> target.path();
            case Found found -> found.path();
        };
    }

    /**
     * Whether an entry with these attributes is to be backed up. Sockets never are, targets and what leads to them always,
     * other things if the filters permit.
     */
    public boolean accepts(SourceEntry entry, FileStat stat) {
        return switch (stat.kind()) {
            case SOCKET, OTHER -> false;
            case FILE, DIRECTORY, SYMLINK, BLOCK_DEVICE, CHAR_DEVICE, FIFO ->
                !(entry instanceof Found) || filters.accepts(entry, stat);
        };
    }

    /**
     * Entries of a folder, without those excluded by name, in the order of trees.
     *
     * @throws IOException if it cannot be listed
     */
    public List<SourceEntry> entries(SourceEntry folder) throws IOException {
        return switch (folder) {
            case Target target -> found(target.path(), files.list(target.path()), Set.of());
            case Found found -> found(found.path(), files.list(found.path()), Set.of());
            case OnTheWay way -> way.whole() ? merged(way) : way.entries();
        };
    }

    private List<SourceEntry> merged(OnTheWay folder) throws IOException {
        Set<String> known = folder.entries().stream().map(SourceEntry::name).collect(Collectors.toSet());
        List<SourceEntry> all = found(folder.path(), files.list(metadataPath(folder)), known);
        all.addAll(folder.entries());
        all.sort(TREE_ORDER);
        return all;
    }

    private List<SourceEntry> found(String path, List<String> names, Set<String> except) {
        Predicate<String> selection = filters.selection(path, names);
        List<SourceEntry> entries = new ArrayList<>();
        for (String name : names) {
            if (selection.test(name) && !except.contains(name)) {
                entries.add(new Found(name, path));
            }
        }
        entries.sort(TREE_ORDER);
        return entries;
    }
}
