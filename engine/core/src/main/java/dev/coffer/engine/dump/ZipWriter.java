package dev.coffer.engine.dump;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes zip with the modes and symbolic links of Unix. Files are deflated while they come, so their sizes stand behind
 * them; everything else is stored as it is. Keeps the list of entries in memory, because it has to go to the end.
 */
final class ZipWriter implements ArchiveWriter {

    private final CountingOutput out;
    private final List<ZipEntry> entries = new ArrayList<>();

    ZipWriter(OutputStream out) {
        this.out = new CountingOutput(out);
    }

    @Override
    public void add(String path, Node node, Content content) throws IOException {
        switch (node.type()) {
            case FILE -> addFile(path, node, content);
            case DIR -> addStored(path + "/", node, new byte[0]);
            default -> addStored(path, node, NativeString.encode(node.linkTarget()));
        }
    }

    private void addStored(String path, Node node, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = ZipEntry.stored(path, node, out.count(), content.length, checksum.getValue());
        entries.add(entry);
        out.write(ZipRecords.localHeader(entry));
        out.write(content);
    }

    private void addFile(String path, Node node, Content content) throws IOException {
        ZipEntry announced = ZipEntry.deflated(path, node, out.count());
        out.write(ZipRecords.localHeader(announced));
        try (DeflatedContent deflated = new DeflatedContent(out)) {
            content.writeTo(deflated);
            deflated.finish();
            if (deflated.size() != node.size()) {
                throw new IOException("The content of " + NativeString.printable(path) + " has " + deflated.size()
                        + " bytes, but its size was recorded as " + node.size() + "; `check` tells what is damaged.");
            }
            ZipEntry written = announced.withResult(deflated.compressedSize(), deflated.size(), deflated.checksum());
            entries.add(written);
            out.write(ZipRecords.dataDescriptor(written));
        }
    }

    @Override
    public void finish() throws IOException {
        long start = out.count();
        for (ZipEntry entry : entries) {
            out.write(ZipRecords.centralHeader(entry));
        }
        out.write(ZipRecords.end(entries.size(), start, out.count() - start));
        out.flush();
    }
}
