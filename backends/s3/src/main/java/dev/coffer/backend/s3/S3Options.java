package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a bucket is to be used, as options {@code s3.*} and the environment say.
 *
 * @param connections how many requests should run at the same time
 * @param region where the bucket is, if the user has said so
 * @param lookup where the bucket's name goes
 * @param listVersion1 whether to list by the older way
 * @param anonymous whether to sign nothing
 * @param checksum how uploads are protected
 * @param noOverwrite whether files that are there are never replaced
 * @param placement what is asked for each object that is stored
 * @param restore how archived objects are brought back; empty if they are not
 */
record S3Options(
        int connections,
        Optional<String> region,
        BucketLookup lookup,
        boolean listVersion1,
        boolean anonymous,
        Checksum checksum,
        boolean noOverwrite,
        ObjectPlacement placement,
        Optional<RestorePolicy> restore) {

    static final String SCHEME = "s3";

    private static final int PREFERRED_CONNECTIONS = 5;

    /** Whether the bucket's name becomes a part of the host's ({@code DNS}) or of the path. */
    enum BucketLookup {
        AUTO,
        DNS,
        PATH
    }

    /** What the store is given to find out whether an upload has arrived as it was sent. */
    enum Checksum {
        AUTO,
        CRC32,
        MD5
    }

    /** Those of restic that mean nothing here are accepted. */
    private static final Set<String> KNOWN = Set.of(
            "bucket-lookup",
            "checksum",
            "connections",
            "enable-restore",
            "layout",
            "list-objects-v1",
            "no-overwrite",
            "object-lock-days",
            "object-lock-mode",
            "region",
            "restore-days",
            "restore-tier",
            "restore-timeout",
            "retries",
            "sse",
            "sse-kms-key-id",
            "storage-class",
            "unsafe-anonymous-auth");

    /** @throws BackendException.Rejected if one of them does not exist, or makes no sense */
    static S3Options of(BackendOptions options) throws BackendException.Rejected {
        OptionReader reader = new OptionReader(options, SCHEME);
        reader.requireKnown(KNOWN);
        return new S3Options(
                options.connections(SCHEME, PREFERRED_CONNECTIONS),
                region(reader, options.environment()),
                reader.choice("bucket-lookup", BucketLookup.class, BucketLookup.AUTO),
                reader.flag("list-objects-v1"),
                reader.flag("unsafe-anonymous-auth"),
                reader.choice("checksum", Checksum.class, Checksum.AUTO),
                reader.flag("no-overwrite"),
                ObjectPlacement.of(reader),
                reader.flag("enable-restore") ? Optional.of(RestorePolicy.of(reader)) : Optional.empty());
    }

    private static Optional<String> region(OptionReader reader, Map<String, String> environment) {
        return reader.text("region").or(() -> Variables.text(environment, "AWS_DEFAULT_REGION", "AWS_REGION"));
    }
}
