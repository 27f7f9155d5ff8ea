package dev.coffer.backend;

/**
 * Names one file of a repository.
 *
 * @param type kind of the file
 * @param name file name: 64 lower-case hex digits, and {@code "config"} for the config
 * @param metadata whether the file is worth caching: true for index and snapshot files and for packs of trees. It takes
 *     no part in where a file is stored.
 */
public record Handle(FileType type, String name, boolean metadata) {

    public static final Handle CONFIG = new Handle(FileType.CONFIG, "config", false);

    /** A file of any type; index and snapshot files count as metadata, packs do not. */
    public static Handle of(FileType type, String name) {
        return new Handle(type, name, type == FileType.INDEX || type == FileType.SNAPSHOT);
    }

    /** A pack that holds tree blobs. */
    public static Handle treePack(String name) {
        return new Handle(FileType.PACK, name, true);
    }

    /** For messages: {@code data/1f2e3d4c…}. */
    @Override
    public String toString() {
        return type == FileType.CONFIG ? name : type.directory() + "/" + name;
    }
}
