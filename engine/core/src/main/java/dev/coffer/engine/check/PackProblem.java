package dev.coffer.engine.check;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;

/** What can be wrong with the bytes of a pack. */
public sealed interface PackProblem {

    String message();

    /** The file does not have the hash it is named by. */
    record WrongHash(ObjectId actual) implements PackProblem {
        @Override
        public String message() {
            return "unexpected pack id " + actual;
        }
    }

    record HeaderDamaged(String reason) implements PackProblem {
        @Override
        public String message() {
            return reason;
        }
    }

    /** A blob cannot be opened, or its content is not what its id says. */
    record BlobDamaged(BlobHandle blob, String reason) implements PackProblem {
        @Override
        public String message() {
            return "blob " + blob.id() + ": " + reason;
        }
    }

    /** The index lists a blob here that the pack's header does not, or lists it at another place. */
    record BlobNotInHeader(BlobHandle blob) implements PackProblem {
        @Override
        public String message() {
            return "blob " + blob.id() + " is in the index, but not in the header";
        }
    }

    /** The pack's header lists a blob that the index does not, or lists it at another place. */
    record BlobNotInIndex(BlobHandle blob) implements PackProblem {
        @Override
        public String message() {
            return "blob " + blob.id() + " is in the header, but not in the index or not at this position; run"
                    + " `coffer repair index`";
        }
    }
}
