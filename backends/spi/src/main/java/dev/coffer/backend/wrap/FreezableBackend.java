package dev.coffer.backend.wrap;

import dev.coffer.backend.*;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.*;

@NullMarked
public final class FreezableBackend implements Backend {
    private final Backend b;
    private volatile @Nullable IOException f;

    public FreezableBackend(Backend b) {
        this.b = b;
    }

    public void freeze() {}

    public void thaw() {}

    public void fail(IOException e) {
        f = e;
    }

    private void c() throws IOException {
        var e = f;
        if (e != null) throw e;
    }

    @Override
    public BackendProperties properties() {
        return b.properties();
    }

    @Override
    public String location() {
        return b.location();
    }

    @Override
    public void save(Handle h, Content x) throws IOException {
        c();
        b.save(h, x);
    }

    @Override
    public byte[] load(Handle h) throws IOException {
        c();
        return b.load(h);
    }

    @Override
    public void load(Handle h, long p, byte[] bu, int o, int l) throws IOException {
        c();
        b.load(h, p, bu, o, l);
    }

    @Override
    public FileInfo stat(Handle h) throws IOException {
        c();
        return b.stat(h);
    }

    @Override
    public void list(FileType t, Consumer<FileInfo> a) throws IOException {
        c();
        b.list(t, a);
    }

    @Override
    public void remove(Handle h) throws IOException {
        c();
        b.remove(h);
    }

    @Override
    public void close() throws IOException {
        b.close();
    }
}
