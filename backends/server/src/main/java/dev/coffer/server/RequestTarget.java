package dev.coffer.server;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request is about: {@code /alice/laptop/data/} is the packs of the repository in the folders {@code alice/laptop}.
 *
 * @param folders of the repository, at most {@value #MAX_FOLDERS}, none of which could lead elsewhere
 * @param item what is meant in that repository
 */
record RequestTarget(List<String> folders, Item item) {

    /** As deep as rest-server lets repositories be. */
    static final int MAX_FOLDERS = 2;

    /** Something in a repository. */
    sealed interface Item {}

    /** The repository itself. */
    record Whole() implements Item {}

    /** All files of a type. */
    record Listing(FileType type) implements Item {}

    /** One file. */
    record File(Handle handle) implements Item {}

    /**
     * Understands the path of a URL.
     *
     * @param path as it was sent, with its escapes
     * @return empty if there can be nothing at such a path
     */
    static Optional<RequestTarget> parse(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts = List.of(path.substring(1).split("/", -1));
        List<String> folders = new ArrayList<>();
        int next = 0;
        while (next < parts.size() - 1 && !isReserved(parts.get(next))) {
            Optional<String> folder = FolderName.decode(parts.get(next));
            if (folder.isEmpty() || folders.size() == MAX_FOLDERS) {
                return Optional.empty();
            }
            folders.add(folder.get());
            next++;
        }
        return item(parts.subList(next, parts.size())).map(item -> new RequestTarget(List.copyOf(folders), item));
    }

    /** A folder of that name might be taken for a part of the repository above it. */
    private static boolean isReserved(String name) {
        return name.equals(Handle.CONFIG.name()) || typeOf(name).isPresent();
    }

    private static Optional<Item> item(List<String> parts) {
        String first = parts.getFirst();
        return switch (parts.size()) {
            case 1 -> single(first);
            case 2 -> typeOf(first).flatMap(type -> ofType(type, parts.getLast()));
            default -> Optional.empty();
        };
    }

    private static Optional<Item> single(String name) {
        if (name.isEmpty()) {
            return Optional.of(new Whole());
        }
        return name.equals(Handle.CONFIG.name()) ? Optional.of(new File(Handle.CONFIG)) : Optional.empty();
    }

    private static Optional<Item> ofType(FileType type, String name) {
        if (name.isEmpty()) {
            return Optional.of(new Listing(type));
        }
        return Handle.isFileName(name) ? Optional.of(new File(Handle.of(type, name))) : Optional.empty();
    }

    private static Optional<FileType> typeOf(String folder) {
        for (FileType type : FileType.values()) {
            if (type != FileType.CONFIG && type.directory().equals(folder)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
