package dev.coffer.mount;

import dev.coffer.engine.browse.Folder;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cryptomator.jfuse.api.Fuse;
import org.cryptomator.jfuse.api.FuseBuilder;
import org.cryptomator.jfuse.api.FuseMountFailedException;

/** A mounted file system. Closing unmounts it. */
public final class Mount implements AutoCloseable {

    private static final String PROGRAM = "coffer";

    /** How often it is looked whether somebody has unmounted it: libfuse does not tell. */
    private static final Duration TICK = Duration.ofMillis(500);

    private final Fuse fuse;
    private final Path place;
    private final Object deviceBelow;

    private Mount(Fuse fuse, Path place, Object deviceBelow) {
        this.fuse = fuse;
        this.place = place;
        this.deviceBelow = deviceBelow;
    }

    /**
     * Mounts folders and files.
     *
     * @param place an existing folder
     * @param problems told of what could not be read later on, on any thread
     * @throws BadRequest if the place is no folder, or the system lacks what is needed
     */
    public static Mount at(Path place, Folder root, MountOptions options, Consumer<String> problems)
            throws IOException {
        if (!Files.isDirectory(place)) {
            throw new BadRequest("Cannot mount at " + place + ": it is not an existing folder.");
        }
        Object deviceBelow = device(place);
        FuseBuilder builder = builder();
        Fuse fuse = builder.build(new SnapshotFileSystem(builder.errno(), root, problems));
        try {
            fuse.mount(PROGRAM, place.toAbsolutePath(), options.flags().toArray(String[]::new));
        } catch (FuseMountFailedException e) {
            close(fuse, place);
            throw new BadRequest("Cannot mount at " + place + ": " + e.getMessage()
                    + ". See the message of libfuse; the usual reasons are that /dev/fuse is not accessible, that fusermount3 is"
                    + " missing (Debian: apt install fuse3), or that something is mounted there already.");
        }
        return new Mount(fuse, place, deviceBelow);
    }

    private static FuseBuilder builder() throws BadRequest {
        try {
            FuseBuilder builder = Fuse.builder();
            builder.setLibraryPath(FuseLibrary.find()
                    .orElseThrow(() -> new BadRequest(
                            "Cannot mount anything: libfuse 3 is not installed (Debian: apt install fuse3).")));
            return builder;
        } catch (UnsupportedOperationException e) {
            throw new BadRequest("Cannot mount anything on this kind of machine: " + e.getMessage());
        }
    }

    /** Waits until somebody unmounts it. */
    public void awaitEnd() throws InterruptedException {
        while (isMounted()) {
            Thread.sleep(TICK);
        }
    }

    private boolean isMounted() {
        try {
            return !device(place).equals(deviceBelow);
        } catch (IOException _) {
            return false;
        }
    }

    private static Object device(Path place) throws IOException {
        return Files.getAttribute(place, "unix:dev");
    }

    /** @throws IOException if it is still in use */
    @Override
    public void close() throws IOException {
        close(fuse, place);
    }

    private static void close(Fuse fuse, Path place) throws IOException {
        try {
            fuse.close();
        } catch (TimeoutException e) {
            throw new IOException(
                    "Cannot unmount " + place + ", as it is in use. Leave it, then run `fusermount3 -u " + place + "`.",
                    e);
        }
    }
}
