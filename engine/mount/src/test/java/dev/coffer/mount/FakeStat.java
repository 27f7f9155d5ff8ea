package dev.coffer.mount;

import java.time.Instant;
import org.cryptomator.jfuse.api.Stat;
import org.cryptomator.jfuse.api.TimeSpec;

/** Remembers what is set. */
final class FakeStat implements Stat {

    private final FakeTime accessed = new FakeTime();
    private final FakeTime changed = new FakeTime();
    private final FakeTime modified = new FakeTime();
    private final FakeTime born = new FakeTime();
    private int mode;
    private int uid;
    private int gid;
    private short links;
    private long size;

    private static final class FakeTime implements TimeSpec {

        private Instant value = Instant.MIN;

        @Override
        public boolean isUtimeOmit() {
            return false;
        }

        @Override
        public boolean isUtimeNow() {
            return false;
        }

        @Override
        public void set(Instant newValue) {
            value = newValue;
        }

        @Override
        public Instant get() {
            return value;
        }
    }

    @Override
    public TimeSpec aTime() {
        return accessed;
    }

    @Override
    public TimeSpec cTime() {
        return changed;
    }

    @Override
    public TimeSpec mTime() {
        return modified;
    }

    @Override
    public TimeSpec birthTime() {
        return born;
    }

    @Override
    public void setMode(int newValue) {
        mode = newValue;
    }

    @Override
    public int getMode() {
        return mode;
    }

    @Override
    public void setUid(int newValue) {
        uid = newValue;
    }

    @Override
    public int getUid() {
        return uid;
    }

    @Override
    public void setGid(int newValue) {
        gid = newValue;
    }

    @Override
    public int getGid() {
        return gid;
    }

    @Override
    public void setNLink(short newValue) {
        links = newValue;
    }

    @Override
    public long getNLink() {
        return links;
    }

    @Override
    public void setSize(long newValue) {
        size = newValue;
    }

    @Override
    public long getSize() {
        return size;
    }
}
