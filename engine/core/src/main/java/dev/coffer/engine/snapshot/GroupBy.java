package dev.coffer.engine.snapshot;

import dev.coffer.engine.errors.RepositoryException.BadRequest;

/** By what snapshots are put into groups. */
public record GroupBy(boolean host, boolean paths, boolean tags) {

    /** Everything in one group. */
    public static final GroupBy NOTHING = new GroupBy(false, false, false);

    public static final GroupBy HOST_AND_PATHS = new GroupBy(true, true, false);

    /** Parses words separated by commas: {@code host}, {@code paths}, {@code tags}, each with or without the s. */
    public static GroupBy parse(String text) throws BadRequest {
        GroupBy by = NOTHING;
        for (String word : text.split(",")) {
            by = by.with(word.strip());
        }
        return by;
    }

    private GroupBy with(String word) throws BadRequest {
        return switch (word) {
            case "host", "hosts" -> new GroupBy(true, paths, tags);
            case "path", "paths" -> new GroupBy(host, true, tags);
            case "tag", "tags" -> new GroupBy(host, paths, true);
            case "" -> this;
            default ->
                throw new BadRequest(
                        "cannot group snapshots by \"" + word + "\": use any of host, paths, tags with commas");
        };
    }

    /** Whether there are groups at all. */
    public boolean isGrouping() {
        return host || paths || tags;
    }
}
