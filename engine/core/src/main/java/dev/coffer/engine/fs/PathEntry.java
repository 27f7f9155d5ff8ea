package dev.coffer.engine.fs;

import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An entry by its path. */
record PathEntry(LocalFiles files, String path) implements Entry {

    @Override
    public FileStat stat() throws IOException {
        return files.stat(path);
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws IOException {
        return files.extendedAttributes(path);
    }

    @Override
    public void setOwner(long uid, long gid) throws IOException {
        files.setOwner(path, uid, gid);
    }

    @Override
    public void setPermissions(int permissions) throws IOException {
        files.setPermissions(path, permissions);
    }

    @Override
    public void setTimes(Instant atime, Instant mtime) throws IOException {
        files.setTimes(path, atime, mtime);
    }

    @Override
    public void setExtendedAttribute(String name, byte[] value) throws IOException {
        files.setExtendedAttribute(path, name, value);
    }

    @Override
    public void removeExtendedAttribute(String name) throws IOException {
        files.removeExtendedAttribute(path, name);
    }
}
