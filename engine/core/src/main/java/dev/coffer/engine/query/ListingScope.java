package dev.coffer.engine.query;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.walk.TreePaths;
import java.util.List;

/**
 * Which part of a snapshot to list.
 *
 * @param folders clean absolute paths of folders to list, or files; none for everything
 * @param recursive whether to go into the folders below those
 */
public record ListingScope(List<String> folders, boolean recursive) {

    /** The whole snapshot. */
    public static final ListingScope EVERYTHING = new ListingScope(List.of(), true);

    /**
     * The scope of some paths as people give them.
     *
     * @throws BadRequest if one is not absolute
     */
    public static ListingScope of(List<String> paths, boolean recursive) throws BadRequest {
        for (String path : paths) {
            if (!path.startsWith("/")) {
                throw new BadRequest("cannot list \"" + NativeString.printable(path)
                        + "\": all paths must be absolute, starting with a forward slash '/'");
            }
        }
        return new ListingScope(
                paths.stream().map(path -> "/" + TreePaths.clean(path)).toList(), recursive);
    }

    /** Whether the path is one of the folders or is in one. */
    boolean holds(String path) {
        return folders.isEmpty() || folders.stream().anyMatch(folder -> isSameOrBelow(path, folder));
    }

    /** Whether the path is one of the folders or leads to one. */
    boolean leadsTo(String path) {
        return folders.isEmpty()
                || folders.stream().anyMatch(folder -> isSameOrBelow(/* path= */ folder, /* folder= */ path));
    }

    private static boolean isSameOrBelow(String path, String folder) {
        return folder.equals("/")
                || path.equals(folder)
                || (path.startsWith(folder) && path.charAt(folder.length()) == '/');
    }
}
