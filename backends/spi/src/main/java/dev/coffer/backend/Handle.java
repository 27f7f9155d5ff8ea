package dev.coffer.backend;

/**
 * Names one file of a repository. Two handles are equal if they name the same file, whatever their metadata flag says.
 *
 * @param type kind of the file
 * @param name file name: 64 lower-case hex digits, and {@code "config"} for the config
 * @param metadata whether the file is worth caching: true for index and snapshot files and for packs of trees. It takes
 *     no part in where a file is stored.
 */
public record Handle(FileType type, String name, boolean metadata) {

    public static final Handle CONFIG = new Handle(FileType.CONFIG, "config", false);

    private static final int NAME_LENGTH = 64;

    public Handle {
        boolean valid = type == FileType.CONFIG ? name.equals("config") : isFileName(name);
        if (!valid) {
            throw new IllegalArgumentException("not a name for a file of type " + type + ": " + name);
        }
    }

    /** A file of any type; index and snapshot files count as metadata, packs do not. */
    public static Handle of(FileType type, String name) {
        return new Handle(type, name, type == FileType.INDEX || type == FileType.SNAPSHOT);
    }

    /** A pack that holds tree blobs. */
    public static Handle treePack(String name) {
        return new Handle(FileType.PACK, name, true);
    }

    /** Whether a file found in a store can belong to a repository: 64 lower-case hex digits. */
    public static boolean isFileName(String name) {
        if (name.length() != NAME_LENGTH) {
            return false;
        }
        for (int i = 0; i < NAME_LENGTH; i++) {
            if (!isHexDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /**
     * Where the file is, relative to the repository, with slashes: {@code config}, {@code keys/<name>},
     * {@code data/<first two digits>/<name>}.
     */
    public String path() {
        return switch (type) {
            case CONFIG -> name;
            case PACK -> type.directory() + "/" + name.substring(0, 2) + "/" + name;
            case KEY, LOCK, SNAPSHOT, INDEX -> type.directory() + "/" + name;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Handle that && type == that.type && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + name.hashCode();
    }

    /** For messages: {@code data/1f2e3d4c…}. */
    @Override
    public String toString() {
        return type == FileType.CONFIG ? name : type.directory() + "/" + name;
    }
}
