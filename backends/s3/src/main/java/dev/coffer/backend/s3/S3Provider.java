package dev.coffer.backend.s3;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import java.io.IOException;
import java.util.Set;

/** Opens repositories in buckets, such as {@code s3:s3.amazonaws.com/bucket/folder} or {@code s3:https://host:9000/bucket}. */
public final class S3Provider implements BackendProvider {

    @Override
    public Set<String> schemes() {
        return Set.of(S3Options.SCHEME);
    }

    /** Makes the bucket if there is none. */
    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        S3Backend backend = S3Setup.connect(location, options);
        try {
            backend.createBucket();
            return backend;
        } catch (IOException e) {
            backend.close();
            throw e;
        }
    }

    /** Makes no request: a bucket that does not exist, or that is somebody else's, is told by the first request for a file. */
    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return S3Setup.connect(location, options);
    }
}
