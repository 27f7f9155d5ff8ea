package dev.coffer.engine.snapshot;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Tags that a snapshot must have all, as one {@code --tag a,b} of the command line says it. The empty tag stands for having no
 * tags at all.
 */
public record TagList(List<String> tags) {

    public TagList {
        tags = List.copyOf(tags);
    }

    /** Parses tags separated by commas, with white space around them ignored. */
    public static TagList parse(String text) {
        return new TagList(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    /** All real tags of several lists, for giving them to a snapshot. */
    public static List<String> flatten(Collection<TagList> lists) {
        return lists.stream()
                .flatMap(list -> list.tags.stream())
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** Whether a snapshot with the given tags fits. */
    public boolean matches(Collection<String> present) {
        for (String tag : tags) {
            if (tag.isEmpty() && present.isEmpty()) {
                return true;
            }
            if (!present.contains(tag)) {
                return false;
            }
        }
        return true;
    }
}
