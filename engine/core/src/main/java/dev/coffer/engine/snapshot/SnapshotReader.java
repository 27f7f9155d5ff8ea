package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.MalformedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads one snapshot: members in any order, null like missing, unknown ones kept. */
final class SnapshotReader {

    private static final long MAX_32_BITS = 0xFFFF_FFFFL;
    private static final ObjectId NO_TREE = new ObjectId(0, 0, 0, 0);

    private final JsonReader json;
    private final SequencedMap<String, String> extra = new LinkedHashMap<>();

    SnapshotReader(JsonReader json) {
        this.json = json;
    }

    Snapshot read() throws MalformedJson {
        SnapshotBuilder builder = new SnapshotBuilder(GoTime.ZERO, NO_TREE);
        json.beginObject();
        while (json.hasNext()) {
            SnapshotKey key = json.nextName(SnapshotKey.NAMES);
            if (key == SnapshotKey.OTHER) {
                extra.put(json.lastName(), json.nextRaw());
            } else if (json.isNull()) {
                json.nextNull();
            } else {
                member(key, builder);
            }
        }
        json.endObject();
        Snapshot snapshot = builder.extra(extra).build();
        if (snapshot.tree().equals(NO_TREE)) {
            throw json.malformed("a snapshot without a tree");
        }
        return snapshot;
    }

    private void member(SnapshotKey key, SnapshotBuilder builder) throws MalformedJson {
        switch (key) {
            case TIME -> builder.time(json.nextTime());
            case PARENT -> builder.parent(id());
            case TREE -> builder.tree(id());
            case PATHS -> builder.paths(texts());
            case HOSTNAME -> builder.hostname(json.nextString());
            case USERNAME -> builder.username(json.nextString());
            case UID -> builder.uid(unsigned32());
            case GID -> builder.gid(unsigned32());
            case EXCLUDES -> builder.excludes(texts());
            case TAGS -> builder.tags(texts());
            case ORIGINAL -> builder.original(id());
            case PROGRAM_VERSION -> builder.programVersion(json.nextString());
            case SUMMARY -> builder.summary(SummaryCodec.read(json));
            case OTHER -> json.skipValue();
        }
    }

    private long unsigned32() throws MalformedJson {
        long value = json.nextUnsignedLong();
        if ((value & ~MAX_32_BITS) != 0) {
            throw json.malformed("expected a whole number of 32 bits");
        }
        return value;
    }

    private List<String> texts() throws MalformedJson {
        List<String> texts = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            texts.add(json.nextString());
        }
        json.endArray();
        return texts;
    }

    private ObjectId id() throws MalformedJson {
        long[] words = new long[4];
        json.nextHex(words);
        return new ObjectId(words[0], words[1], words[2], words[3]);
    }
}
