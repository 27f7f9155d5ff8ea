package dev.coffer.backend.local;

import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of 2 MiB. Where the tests may not mount one, the content for it fails as writing to a full disk does; for
 * the backend both are a failure in the middle of a write.
 */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder) throws IOException {
        this.folder = folder;
        this.mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
    }

    /** Content that does not fit. */
    Content tooMuch() {
        byte[] content = new byte[4 << 20];
        return mounted ? Content.of(content) : new FailingContent(content);
    }

    /** Writes what does not fit. */
    void overfill(Draft draft) throws IOException {
        if (mounted) {
            draft.write(new byte[4 << 20], 0, 4 << 20);
        } else {
            draft.write(new byte[1 << 20], 0, 1 << 20);
            throw LocalFailures.explain("write a new file", new IOException("No space left on device"));
        }
    }

    private record FailingContent(byte[] bytes) implements Content {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            InputStream full = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("No space left on device");
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    return read();
                }
            };
            return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, bytes.length / 2), full);
        }
    }

    private static boolean run(String... command) throws IOException {
        try {
            // by a shell, so that a missing program is a failure like any other
            return new ProcessBuilder(List.of("sh", "-c", String.join(" ", command)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + command[0]);
        }
    }

    @Override
    public void close() throws IOException {
        if (mounted && !run("umount", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
    }
}
