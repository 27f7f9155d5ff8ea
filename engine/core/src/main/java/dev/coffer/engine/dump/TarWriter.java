package dev.coffer.engine.dump;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes tar as the POSIX standard has it: a ustar header where everything fits into one, otherwise with an extended (pax)
 * header before it. The choices left open by the standard are those of Go's {@code archive/tar}, so that the bytes are the
 * same as restic's.
 */
final class TarWriter implements ArchiveWriter {

    private static final int END_BLOCKS = 2;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void add(String path, Node node, Content content) throws IOException {
        writeHeader(entry(path, node));
        if (node.type() == NodeType.FILE) {
            CountingOutput counting = new CountingOutput(out);
            content.writeTo(counting);
            if (counting.count() != node.size()) {
                throw new IOException("The content of " + NativeString.printable(path) + " has " + counting.count()
                        + " bytes, but its size was recorded as " + node.size() + "; `check` tells what is damaged.");
            }
            pad(node.size());
        }
    }

    private static TarEntry entry(String path, Node node) {
        boolean directory = node.type() == NodeType.DIR;
        byte type = (byte) (directory ? '5' : node.type() == NodeType.SYMLINK ? '2' : '0');
        return new TarEntry(
                NativeString.encode(directory ? path + "/" : path),
                type,
                node.type() == NodeType.SYMLINK ? NativeString.encode(node.linkTarget()) : new byte[0],
                FileMode.posixPermissions(node.mode()),
                node.uid(),
                node.gid(),
                NativeString.encode(node.user()),
                NativeString.encode(node.group()),
                node.type() == NodeType.FILE ? node.size() : 0,
                roundedSeconds(node),
                PaxAttributes.of(node.extendedAttributes()));
    }

    /** Headers hold whole seconds. */
    private static long roundedSeconds(Node node) {
        long seconds = node.mtime().toEpochSecond();
        return node.mtime().getNano() >= 500_000_000 ? seconds + 1 : seconds;
    }

    private void writeHeader(TarEntry entry) throws IOException {
        PaxRecords records = PaxRecords.of(entry);
        Optional<UstarPath> ustar = UstarPath.of(entry.name());
        if (records.isEmpty() && ustar.isPresent()) {
            out.write(TarHeader.ustar(entry, ustar.get()));
            return;
        }
        byte[] extended = records.encode();
        out.write(TarHeader.extension(entry.name(), extended.length));
        out.write(extended);
        pad(extended.length);
        out.write(TarHeader.truncated(entry));
    }

    private void pad(long length) throws IOException {
        int rest = (int) (length % TarHeader.BLOCK);
        if (rest != 0) {
            out.write(new byte[TarHeader.BLOCK - rest]);
        }
    }

    @Override
    public void finish() throws IOException {
        out.write(new byte[END_BLOCKS * TarHeader.BLOCK]);
        out.flush();
    }
}
