package dev.coffer.engine.fs;

import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Something in the file system whose metadata can be read and set, named once: by its path, or by being open. Methods mean
 * the same and fail alike as those of {@link LocalFiles}.
 */
public interface Entry {

    /** What stands at a path, looked up at each call. */
    static Entry at(LocalFiles files, String path) {
        return new PathEntry(files, path);
    }

    FileStat stat() throws IOException;

    List<ExtendedAttribute> extendedAttributes() throws IOException;

    void setOwner(long uid, long gid) throws IOException;

    void setPermissions(int permissions) throws IOException;

    void setTimes(Instant atime, Instant mtime) throws IOException;

    void setExtendedAttribute(String name, byte[] value) throws IOException;

    void removeExtendedAttribute(String name) throws IOException;
}
