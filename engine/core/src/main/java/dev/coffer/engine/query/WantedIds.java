package dev.coffer.engine.query;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.blob.ObjectIdSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Ids to look for, given in full or by their first eight digits. Not for use by several threads at a time. */
final class WantedIds {

    private final ObjectIdSet full = new ObjectIdSet();
    private final Set<String> shortened = new HashSet<>();

    WantedIds(Collection<String> texts) {
        texts.forEach(text -> ObjectId.tryParse(text).ifPresentOrElse(full::add, () -> shortened.add(text)));
    }

    void add(ObjectId id) {
        full.add(id);
    }

    boolean contains(ObjectId id) {
        return full.contains(id) || (!shortened.isEmpty() && shortened.contains(id.shortHex()));
    }
}
