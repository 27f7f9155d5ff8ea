package dev.coffer.engine.source;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder to back up, and what is chosen from it. */
final class SourceFolder {

    private final LocalFiles files = LocalFiles.host();
    private final Path folder;
    final List<String> problems = new ArrayList<>();

    SourceFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes files, with the folders they are in; their content is their own path. */
    SourceFolder with(String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
        return this;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    SourceTree tree(FilterRules rules, String... targets) throws IOException {
        return treeFrom("", rules, targets);
    }

    SourceTree treeFrom(String workingDirectory, FilterRules rules, String... targets) throws IOException {
        return SourceTree.of(
                files, path(workingDirectory), List.of(targets), rules, (path, cause) -> problems.add(path));
    }

    /** Paths of everything in the snapshot, in the order of a walk. */
    static List<String> paths(SourceTree tree) throws IOException {
        List<String> paths = new ArrayList<>();
        for (SourceEntry entry : tree.root()) {
            walk(tree, entry, "", paths);
        }
        return paths;
    }

    private static void walk(SourceTree tree, SourceEntry entry, String parent, List<String> paths) throws IOException {
        FileStat stat = tree.stat(entry);
        if (tree.accepts(entry, stat)) {
            String path = parent + "/" + entry.name();
            paths.add(path);
            for (SourceEntry child : stat.isDirectory() ? tree.entries(entry) : List.<SourceEntry>of()) {
                walk(tree, child, path, paths);
            }
        }
    }
}
