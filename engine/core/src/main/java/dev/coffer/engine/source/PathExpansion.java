package dev.coffer.engine.source;

import dev.coffer.engine.filter.Glob;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the paths that a pattern describes, as Go's {@code filepath.Glob}: wildcards stand for parts of one component each,
 * and what cannot be read is passed over.
 */
public final class PathExpansion {

    private final LocalFiles files;
    private final String workingDirectory;

    /** @param workingDirectory absolute path that relative patterns start from */
    public PathExpansion(LocalFiles files, String workingDirectory) {
        this.files = files;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Existing paths, relative if the pattern is; none if nothing matches.
     *
     * @throws InvalidPatternException if the pattern is malformed
     */
    public List<String> expand(String pattern) {
        List<String> found = List.of(pattern.startsWith("/") ? "/" : "");
        for (String component : pattern.split("/")) {
            if (!component.isEmpty()) {
                found = step(found, component);
            }
        }
        return found;
    }

    private List<String> step(List<String> folders, String component) {
        Glob glob = Glob.parse(component).orElseThrow(() -> new InvalidPatternException(List.of(component)));
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            if (glob.isLiteral()) {
                addIfThere(below(folder, component), found);
            } else {
                names(folder).stream()
                        .filter(glob::matches)
                        .sorted(NativeString::compareBytes)
                        .forEach(name -> found.add(below(folder, name)));
            }
        }
        return found;
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() ? name : SourcePaths.join(folder, name);
    }

    private void addIfThere(String path, List<String> found) {
        try {
            files.stat(real(path));
            found.add(path);
        } catch (IOException passedOver) {
            // Absent or unreadable: the pattern does not lead here.
        }
    }

    private List<String> names(String folder) {
        try {
            return files.list(SourcePaths.join(real(folder), "."));
        } catch (IOException passedOver) {
            return List.of();
        }
    }

    private String real(String path) {
        return path.startsWith("/") ? path : SourcePaths.join(workingDirectory, path);
    }
}
