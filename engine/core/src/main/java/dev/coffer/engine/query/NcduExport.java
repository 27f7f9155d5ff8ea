package dev.coffer.engine.query;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a listing in the export format of ncdu (https://dev.yorhel.nl/ncdu/jsonfmt), laid out as restic does. */
public final class NcduExport implements ListingReceiver {

    private static final int BLOCK = 512;

    private final Appendable out;
    private int depth = 1;

    /** An export to the given place. */
    public NcduExport(Appendable out) {
        this.out = out;
    }

    /** Comes first. */
    public void begin(Snapshot snapshot) throws IOException {
        String metadata = new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8);
        out.append("[1, 2, ").append(metadata).append(", [{\"name\":\"/\"}");
    }

    @Override
    public void listed(FoundNode found) throws IOException {
        boolean folder = found.node().type() == NodeType.DIR;
        if (folder) {
            line(",").append("[");
            depth++;
            line("");
        } else {
            line(",");
        }
        out.append(json(found.node()));
    }

    @Override
    public void passed(FoundNode folder) throws IOException {
        if (folder.node().type() == NodeType.DIR) {
            listed(folder);
        }
    }

    @Override
    public void left(FoundNode folder) throws IOException {
        depth--;
        line("").append("]");
    }

    /** Comes last. */
    public void end() throws IOException {
        out.append("\n]\n]\n");
    }

    private Appendable line(String endOfLast) throws IOException {
        return out.append(endOfLast).append('\n').append("  ".repeat(depth));
    }

    private static String json(Node node) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("name").value(node.name());
        json.name("asize").valueUnsigned(node.size());
        json.name("dsize").valueUnsigned((node.size() + BLOCK - 1) / BLOCK * BLOCK);
        json.name("dev").valueUnsigned(node.deviceId());
        json.name("ino").valueUnsigned(node.inode());
        json.name("nlink").valueUnsigned(node.links());
        json.name("notreg").value(node.type() != NodeType.FILE && node.type() != NodeType.DIR);
        json.name("uid").value(node.uid());
        json.name("gid").value(node.gid());
        json.name("mode").value(FileMode.posixPermissions(node.mode()));
        json.name("mtime").value(Math.max(0, node.mtime().toEpochSecond()));
        return json.endObject().toString();
    }
}
