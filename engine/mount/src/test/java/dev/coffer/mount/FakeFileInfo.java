package dev.coffer.mount;

import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.cryptomator.jfuse.api.FileInfo;

/** An open file. */
final class FakeFileInfo implements FileInfo {

    private long handle;

    @Override
    public long getFh() {
        return handle;
    }

    @Override
    public void setFh(long newValue) {
        handle = newValue;
    }

    @Override
    public int getFlags() {
        return 0;
    }

    @Override
    public Set<StandardOpenOption> getOpenFlags() {
        return Set.of(StandardOpenOption.READ);
    }

    @Override
    public long getLockOwner() {
        return 0;
    }
}
