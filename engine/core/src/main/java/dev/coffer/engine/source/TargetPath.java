package dev.coffer.engine.source;

import java.util.List;

/**
 * A target as it leads into the tree.
 *
 * @param base absolute path of the folder that stands for the root of the tree: the root of the file system for absolute
 *     targets, for relative ones the working directory or as many folders above it as the target begins with {@code ..}
 * @param components the way from there; none if the entries of the base itself are wanted
 */
record TargetPath(String base, List<String> components) {

    static TargetPath of(String workingDirectory, String target) {
        List<String> components = SourcePaths.components(target);
        int up = 0;
        while (up < components.size() && "..".equals(components.get(up))) {
            up++;
        }
        String start = target.startsWith("/") ? "/" : workingDirectory;
        String base = SourcePaths.absolute(start, String.join("/", components.subList(0, up)));
        return new TargetPath(base, List.copyOf(components.subList(up, components.size())));
    }

    String absolute() {
        return components.isEmpty() ? base : SourcePaths.join(base, String.join("/", components));
    }
}
