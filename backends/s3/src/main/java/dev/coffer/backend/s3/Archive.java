package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GlacierJobParameters;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects that the store keeps in an archive, where they cannot be read. On request it makes readable copies for some days,
 * which takes minutes to days. The request outlives this program: whoever asks later finds the copy there, or on its way.
 *
 * @param bucket where the objects are
 * @param policy what is asked for
 * @param pause between two looks at an object that is on its way
 */
record Archive(String bucket, RestorePolicy policy, Duration pause) {

    /** The store's name for the failure of reading an object that is in an archive. */
    static final String ARCHIVED = "InvalidObjectState";

    private static final String ON_ITS_WAY = "RestoreAlreadyInProgress";
    private static final int ACCEPTED = 202;

    /**
     * Asks for a readable copy.
     *
     * @return whether it has to be waited for; not if it is there, or if the object is in no archive
     */
    boolean request(S3Client client, String key) {
        RestoreObjectRequest request = RestoreObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .restoreRequest(RestoreRequest.builder()
                        .days(policy.days())
                        .glacierJobParameters(GlacierJobParameters.builder()
                                .tier(policy.tier())
                                .build())
                        .build())
                .build();
        try {
            return client.restoreObject(request).sdkHttpResponse().statusCode() == ACCEPTED;
        } catch (S3Exception e) {
            return switch (S3Failures.code(e)) {
                case ON_ITS_WAY -> true;
                case ARCHIVED -> false;
                default -> throw e;
            };
        }
    }

    /** Asks for a readable copy, and waits until it is there. A connection that is lost meanwhile is no reason to give up. */
    void fetch(S3Client client, String key) throws IOException {
        Instant deadline = Instant.now().plus(policy.timeout());
        boolean waiting = request(client, key);
        while (waiting) {
            if (Instant.now().isAfter(deadline)) {
                throw new BackendException.Rejected(
                        "cannot load " + key + " yet: the store has not brought it back from its archive within "
                                + policy.timeout().toMinutes()
                                + " minutes; it goes on, so try again later (or raise -o s3.restore-timeout)",
                        null);
            }
            sleep(key);
            waiting = isOnItsWay(client, key);
        }
    }

    private boolean isOnItsWay(S3Client client, String key) {
        try {
            HeadObjectResponse head = client.headObject(
                    HeadObjectRequest.builder().bucket(bucket).key(key).build());
            return head.restore() == null || head.restore().contains("ongoing-request=\"true\"");
        } catch (SdkException e) {
            IOException failure = S3Failures.explain("look at " + key, e);
            if (failure instanceof BackendException.Transient) {
                return true;
            }
            throw failure;
        }
    }

    private void sleep(String key) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while waiting for " + key + " to come from the archive");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
