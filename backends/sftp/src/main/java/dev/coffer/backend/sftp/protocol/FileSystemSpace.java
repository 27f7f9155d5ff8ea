package dev.coffer.backend.sftp.protocol;

/**
 * What is left on a file system of the server.
 *
 * @param freeBytes for those who are not root
 * @param outOfFiles whether no more files can be made, however small
 */
public record FileSystemSpace(long freeBytes, boolean outOfFiles, boolean readOnly) {

    private static final long READ_ONLY = 1;

    static FileSystemSpace read(Reply reply) {
        long blockSize = reply.int64();
        long fragmentSize = reply.int64();
        reply.skip(2 * Long.BYTES);
        long freeUnits = reply.int64();
        long files = reply.int64();
        reply.skip(Long.BYTES);
        long freeFiles = reply.int64();
        reply.skip(Long.BYTES);
        long flags = reply.int64();
        long unit = fragmentSize == 0 ? blockSize : fragmentSize;
        // some file systems have no limit of files, and report zero files in all
        return new FileSystemSpace(unit * freeUnits, files > 0 && freeFiles == 0, (flags & READ_ONLY) != 0);
    }
}
