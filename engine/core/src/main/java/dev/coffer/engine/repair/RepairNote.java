package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;

/** Something that was wrong with the index or with a pack, and what becomes of it. */
public sealed interface RepairNote {

    String message();

    /** A damaged index file; what it listed is read from the packs instead. */
    record IndexDamaged(ObjectId index, String reason) implements RepairNote {
        @Override
        public String message() {
            return "index " + index + " is damaged and will be removed: " + reason;
        }
    }

    /** A pack that no index listed. */
    record PackAdded(ObjectId pack) implements RepairNote {
        @Override
        public String message() {
            return "pack " + pack + " was in no index and is added";
        }
    }

    /** A pack whose size does not fit what was listed of it. */
    record PackReread(ObjectId pack, long expected, long actual) implements RepairNote {
        @Override
        public String message() {
            return "pack " + pack + " has " + actual + " bytes instead of " + expected + " and is listed anew";
        }
    }

    /** A pack that was listed but is not there. */
    record PackDropped(ObjectId pack) implements RepairNote {
        @Override
        public String message() {
            return "pack " + pack + " does not exist and is listed no more";
        }
    }

    /** A pack whose list of blobs is damaged, so that it cannot be listed. */
    record PackUnlisted(ObjectId pack, String reason) implements RepairNote {
        @Override
        public String message() {
            return "pack " + pack + " cannot be listed: " + reason;
        }
    }

    /** A pack to be repaired that is not there. */
    record PackMissing(ObjectId pack) implements RepairNote {
        @Override
        public String message() {
            return "pack " + pack + " does not exist, so nothing of it can be saved; it is listed no more";
        }
    }

    /** A damaged blob of which another pack has a copy. */
    record BlobElsewhere(BlobHandle blob, String reason) implements RepairNote {
        @Override
        public String message() {
            return blob.type().label() + " " + blob.id() + " is damaged, but another pack has it as well: " + reason;
        }
    }

    /** A blob that no pack has any more. */
    record BlobLost(BlobHandle blob, String reason) implements RepairNote {
        @Override
        public String message() {
            return blob.type().label() + " " + blob.id() + " is lost: " + reason;
        }
    }

    /** A snapshot that cannot be read, so that nothing it needs is looked for. */
    record SnapshotUnreadable(ObjectId snapshot, String reason) implements RepairNote {
        @Override
        public String message() {
            return "snapshot " + snapshot + " cannot be read, so what it needs is not looked for: " + reason;
        }
    }
}
