package dev.coffer.backend.s3;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket itself.
 *
 * @param name of it
 * @param lock whether objects in it are to be locked
 */
record Bucket(String name, boolean lock) {

    private static final String OURS_ALREADY = "BucketAlreadyOwnedByYou";

    /** Makes it if there is none. */
    void create(S3Client client) {
        if (exists(client)) {
            return;
        }
        CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
        if (lock) {
            request.objectLockEnabledForBucket(true);
        }
        try {
            client.createBucket(request.build());
        } catch (S3Exception e) {
            if (!S3Failures.code(e).equals(OURS_ALREADY)) {
                throw e;
            }
        }
    }

    /** Whoever may use a bucket need not be allowed to look at it; if there is none, later requests tell. */
    private boolean exists(S3Client client) {
        try {
            client.headBucket(HeadBucketRequest.builder().bucket(name).build());
            return true;
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case 404 -> false;
                case 403 -> true;
                default -> throw e;
            };
        }
    }
}
