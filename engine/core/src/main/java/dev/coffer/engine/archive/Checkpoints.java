package dev.coffer.engine.archive;

import dev.coffer.engine.blob.ObjectId;
import java.io.IOException;

/** Takes note of how far a backup has got. */
interface Checkpoints {

    /** Whether it is time for the next. */
    boolean due();

    /**
     * Takes note.
     *
     * @param tree root of all that is complete; saved, but perhaps not stored yet
     */
    void save(ObjectId tree) throws IOException;

    /** For backups that nobody will continue. */
    static Checkpoints none() {
        return new Checkpoints() {

            @Override
            public boolean due() {
                return false;
            }

            @Override
            public void save(ObjectId tree) {
                throw new IllegalStateException("not due");
            }
        };
    }
}
