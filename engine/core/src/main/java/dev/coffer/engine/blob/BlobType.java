package dev.coffer.engine.blob;

/** What a blob holds. Part of its identity: equal bytes may exist once as data and once as a tree. */
public enum BlobType {
    /** A piece of a file's content. */
    DATA("data"),
    /** A directory: the JSON list of its nodes. */
    TREE("tree");

    private final String label;

    BlobType(String label) {
        this.label = label;
    }

    /** The name used in index files and in messages. */
    public String label() {
        return label;
    }
}
