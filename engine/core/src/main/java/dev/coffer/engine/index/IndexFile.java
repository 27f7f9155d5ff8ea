package dev.coffer.engine.index;

import java.util.List;

/** What one index file says. */
public record IndexFile(List<IndexedPack> packs, List<PackMark> marks) {

    /** Whether it is there for nothing but marks. */
    public boolean isForMarks() {
        return packs.isEmpty() && !marks.isEmpty();
    }
}
