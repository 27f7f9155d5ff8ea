package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * What the store is asked for with each object: its class, how the store encrypts it, and how long nobody can remove it.
 *
 * @param storageClass such as {@code STANDARD_IA}; an archive is asked for with packs of data alone
 * @param encryption {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}
 * @param kmsKey key for the latter two, if not the bucket's own
 * @param lockMode {@code GOVERNANCE} or {@code COMPLIANCE}
 * @param retention how long objects are locked, if there is a mode
 */
record ObjectPlacement(
        Optional<String> storageClass,
        Optional<String> encryption,
        Optional<String> kmsKey,
        Optional<String> lockMode,
        Duration retention) {

    private static final Set<String> ENCRYPTIONS = Set.of("AES256", "aws:kms", "aws:kms:dsse");
    private static final Set<String> LOCK_MODES = Set.of("GOVERNANCE", "COMPLIANCE");
    private static final int DEFAULT_LOCK_DAYS = 30;

    static ObjectPlacement of(OptionReader reader) throws BackendException.Rejected {
        Optional<String> encryption = oneOf(reader, "sse", reader.text("sse"), ENCRYPTIONS);
        Optional<String> kmsKey = reader.text("sse-kms-key-id");
        if (kmsKey.isPresent()
                && encryption.filter(kind -> kind.startsWith("aws:kms")).isEmpty()) {
            throw new BackendException.Rejected("option s3.sse-kms-key-id wants s3.sse=aws:kms beside it", null);
        }
        Optional<String> mode = reader.text("object-lock-mode").map(text -> text.toUpperCase(Locale.ROOT));
        return new ObjectPlacement(
                reader.text("storage-class"),
                encryption,
                kmsKey,
                oneOf(reader, "object-lock-mode", mode, LOCK_MODES),
                Duration.ofDays(reader.number("object-lock-days", DEFAULT_LOCK_DAYS)));
    }

    private static Optional<String> oneOf(OptionReader reader, String name, Optional<String> value, Set<String> allowed)
            throws BackendException.Rejected {
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw reader.wrong(
                    name,
                    "one of " + String.join(", ", allowed.stream().sorted().toList()),
                    value.get());
        }
        return value;
    }

    /** Asks for it with the request that stores a file. */
    void describe(Handle handle, PutObjectRequest.Builder request) {
        storageClass.filter(name -> suits(name, handle)).ifPresent(request::storageClass);
        encryption.ifPresent(request::serverSideEncryption);
        kmsKey.ifPresent(request::ssekmsKeyId);
        if (handle.type() != FileType.LOCK) {
            lockMode.ifPresent(mode -> request.objectLockMode(mode)
                    .objectLockRetainUntilDate(Instant.now().plus(retention).truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /** All but the contents of files must be at hand at once. */
    private static boolean suits(String storageClass, Handle handle) {
        boolean data = handle.type() == FileType.PACK && !handle.metadata();
        return data || !Warmth.isArchive(storageClass);
    }
}
