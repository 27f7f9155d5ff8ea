package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the packs that the index knows with those that are there. */
final class PackListCheck {

    private final Repository repository;
    private final Findings findings;

    PackListCheck(Repository repository, Findings findings) {
        this.repository = repository;
        this.findings = findings;
    }

    /** Returns the packs that are there and indexed, with their sizes as the index has them. */
    Map<ObjectId, Long> run() throws IOException {
        Map<ObjectId, Long> stored = repository.packSizes();
        Map<ObjectId, Long> present = new LinkedHashMap<>();
        repository.index().forEachPack(pack -> {
            long expected = PackHeader.packSize(pack.blobs());
            Long actual = stored.remove(pack.pack());
            if (actual == null) {
                findings.add(new Finding.PackMissing(pack.pack()));
                return;
            }
            present.put(pack.pack(), expected);
            if (actual != expected) {
                findings.add(new Finding.PackSizeWrong(pack.pack(), expected, actual));
            }
        });
        stored.keySet().forEach(pack -> findings.add(new Finding.PackNotIndexed(pack)));
        return present;
    }
}
