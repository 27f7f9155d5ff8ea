package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GlacierJobParameters;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects that the store keeps in an archive, where they cannot be read. On request it makes readable copies for some days,
 * which takes minutes to days. A request outlives this program: whoever comes later finds the copy there, or on its way.
 *
 * @param bucket where the objects are
 * @param policy what is asked for
 * @param pause between two looks at objects that are on their way
 */
record Archive(String bucket, RestorePolicy policy, Duration pause) {

    /** The store's name for the failure of reading an object that is in an archive, and of asking for one that is in none. */
    static final String WRONG_STATE = "InvalidObjectState";

    private static final String ON_ITS_WAY = "RestoreAlreadyInProgress";

    /**
     * Asks for readable copies, and waits until all are there. A store that cannot be asked at all is a failure; connections that
     * are lost later are no reason to give up.
     *
     * @param waiting told at each look how many are not there
     */
    void fetch(S3Client client, Collection<String> keys, IntConsumer waiting) throws IOException {
        Instant deadline = Instant.now().plus(policy.timeout());
        Set<String> missing = new LinkedHashSet<>(keys);
        for (String first : keys.stream().limit(1).toList()) {
            look(client, first);
        }
        removeReady(client, missing);
        while (!missing.isEmpty()) {
            waiting.accept(missing.size());
            if (Instant.now().isAfter(deadline)) {
                throw late(missing);
            }
            sleep(missing);
            removeReady(client, missing);
        }
    }

    private void removeReady(S3Client client, Set<String> keys) throws IOException {
        for (Iterator<String> each = keys.iterator(); each.hasNext(); ) {
            if (isReady(client, each.next())) {
                each.remove();
            }
        }
    }

    private boolean isReady(S3Client client, String key) throws IOException {
        try {
            return switch (look(client, key)) {
                case WARM -> true;
                case COMING -> false;
                case COLD -> request(client, key);
                case COOLING -> {
                    request(client, key);
                    yield true;
                }
            };
        } catch (SdkException e) {
            IOException failure = S3Failures.explain("bring " + key + " back from the archive", e);
            if (failure instanceof BackendException.Transient) {
                return false;
            }
            throw failure;
        }
    }

    private Warmth look(S3Client client, String key) {
        HeadObjectRequest request =
                HeadObjectRequest.builder().bucket(bucket).key(key).build();
        return Warmth.of(client.headObject(request), Duration.ofDays(policy.days()), Instant.now());
    }

    /** Asks for a copy, or for a longer life of one. Returns whether there is nothing to wait for. */
    private boolean request(S3Client client, String key) {
        RestoreRequest wanted = RestoreRequest.builder()
                .days(policy.days())
                .glacierJobParameters(
                        GlacierJobParameters.builder().tier(policy.tier()).build())
                .build();
        try {
            client.restoreObject(RestoreObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .restoreRequest(wanted)
                    .build());
            return false;
        } catch (S3Exception e) {
            return switch (S3Failures.code(e)) {
                case ON_ITS_WAY -> false;
                case WRONG_STATE -> true;
                default -> throw e;
            };
        }
    }

    private BackendException late(Set<String> keys) {
        return new BackendException.Rejected(
                "the store has not brought everything back from its archive within "
                        + policy.timeout().toMinutes() + " minutes (" + keys.size() + " files, such as "
                        + keys.iterator().next()
                        + "); it goes on, so try again later, or raise -o s3.restore-timeout",
                null);
    }

    private void sleep(Set<String> keys) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while " + keys.size() + " files come from the archive");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
