package dev.coffer.engine.restore;

/** A regular file whose content is to be written, wholly or in part. Safe for use by any number of threads. */
final class PlannedFile {

    private final String folder;
    private final String name;
    private final long size;
    private final Origin origin;
    private final int pieces;
    private final Metadata metadata;
    private int missing;
    private volatile boolean failed;
    private volatile boolean abandoned;

    /**
     * A file.
     *
     * @param folder path of its directory, shared by the files in it to save memory
     * @param pieces number of pieces to be written
     * @param metadata what it gets once its content is complete
     */
    PlannedFile(String folder, String name, long size, Origin origin, int pieces, Metadata metadata) {
        this.folder = folder;
        this.name = name;
        this.size = size;
        this.origin = origin;
        this.pieces = pieces;
        this.metadata = metadata;
        this.missing = pieces;
    }

    String path() {
        return folder.length() == 1 ? "/" + name : folder + "/" + name;
    }

    long size() {
        return size;
    }

    Origin origin() {
        return origin;
    }

    int pieces() {
        return pieces;
    }

    Metadata metadata() {
        return metadata;
    }

    /** One piece was dealt with; returns whether it was the last. */
    synchronized boolean finishPiece() {
        missing--;
        return missing == 0;
    }

    /** Part of the content cannot be had. Returns whether this is the first failure. */
    synchronized boolean fail() {
        boolean first = !failed;
        failed = true;
        return first;
    }

    boolean failed() {
        return failed;
    }

    /** The file cannot be written, so that further pieces need not be tried. */
    void abandon() {
        abandoned = true;
    }

    boolean abandoned() {
        return abandoned;
    }
}
