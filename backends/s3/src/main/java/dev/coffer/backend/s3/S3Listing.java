package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of one type, page by page.
 *
 * @param location where they are
 * @param type which files
 * @param version1 whether to ask by the older way
 */
record S3Listing(S3Location location, FileType type, boolean version1) {

    /**
     * A part of the listing.
     *
     * @param next where the next one starts; empty after the last
     */
    record Page(List<S3Object> objects, Optional<String> next) {}

    /** @param start where the last page said that this one starts; empty for the first */
    Page page(S3Client client, Optional<String> start) throws IOException {
        return version1 ? firstVersion(client, start) : secondVersion(client, start);
    }

    private Page secondVersion(S3Client client, Optional<String> start) throws IOException {
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder()
                .bucket(location.bucket())
                .prefix(location.names().of(type));
        start.ifPresent(request::continuationToken);
        ListObjectsV2Response answer = client.listObjectsV2(request.build());
        return page(answer.contents(), answer.isTruncated(), answer.nextContinuationToken());
    }

    /** The last key says where to go on. */
    private Page firstVersion(S3Client client, Optional<String> start) throws IOException {
        ListObjectsRequest.Builder request = ListObjectsRequest.builder()
                .bucket(location.bucket())
                .prefix(location.names().of(type));
        start.ifPresent(request::marker);
        ListObjectsResponse answer = client.listObjects(request.build());
        List<S3Object> objects = answer.contents();
        return page(
                objects,
                answer.isTruncated(),
                objects.isEmpty() ? null : objects.getLast().key());
    }

    private Page page(List<S3Object> objects, @Nullable Boolean more, @Nullable String next) throws IOException {
        if (!Boolean.TRUE.equals(more)) {
            return new Page(objects, Optional.empty());
        }
        if (next == null) {
            throw new BackendException.Rejected(
                    "cannot list " + type.directory() + ": the store says that there is more, but not where it starts;"
                            + " -o s3.list-objects-v1=" + !version1 + " may help",
                    null);
        }
        return new Page(objects, Optional.of(next));
    }

    /** Hands out those objects that are files of the repository. */
    void report(Page page, Consumer<FileInfo> action) {
        for (S3Object object : page.objects()) {
            location.names()
                    .fileName(type, object.key())
                    .ifPresent(name -> action.accept(new FileInfo(name, object.size())));
        }
    }
}
