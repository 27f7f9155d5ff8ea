package dev.coffer.engine.copy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;

/** Is told how copying goes on: of snapshots on the thread that copies, of the rest on any. Must return quickly; a failure ends
 * the copying. */
public interface CopyListener extends ProgressListener {

    /** A snapshot needs no copying. */
    void present(StoredSnapshot source, ObjectId copy) throws IOException;

    /** Copying what a snapshot needs begins. */
    void started(StoredSnapshot source);

    /** The snapshot is in the other repository. */
    void saved(StoredSnapshot source, ObjectId copy) throws IOException;
}
