package dev.coffer.engine.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.filter.PathFilter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What to restore, where to, and how.
 *
 * @param tree root of what is restored: that of a snapshot, or of a directory in it
 * @param target absolute path of the directory to restore to; made if it does not exist
 * @param filter what to restore; sees paths that start at {@code tree}
 * @param attributes names of the extended attributes to restore; others are left as they are
 */
public record RestoreRequest(
        ObjectId tree,
        String target,
        PathFilter filter,
        Overwrite overwrite,
        Predicate<String> attributes,
        Set<RestoreOption> options) {

    public RestoreRequest {
        options = options.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(options));
    }

    /** Everything in a tree, with nothing special. */
    public static RestoreRequest of(ObjectId tree, String target) {
        return new RestoreRequest(tree, target, PathFilter.ALL, Overwrite.ALWAYS, name -> true, Set.of());
    }

    public RestoreRequest withTree(ObjectId newTree) {
        return new RestoreRequest(newTree, target, filter, overwrite, attributes, options);
    }

    public RestoreRequest withFilter(PathFilter newFilter) {
        return new RestoreRequest(tree, target, newFilter, overwrite, attributes, options);
    }

    public RestoreRequest withOverwrite(Overwrite newOverwrite) {
        return new RestoreRequest(tree, target, filter, newOverwrite, attributes, options);
    }

    public RestoreRequest withAttributes(Predicate<String> newAttributes) {
        return new RestoreRequest(tree, target, filter, overwrite, newAttributes, options);
    }

    public RestoreRequest withOptions(Set<RestoreOption> newOptions) {
        return new RestoreRequest(tree, target, filter, overwrite, attributes, newOptions);
    }

    boolean has(RestoreOption option) {
        return options.contains(option);
    }
}
