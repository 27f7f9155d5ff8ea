package dev.coffer.backend.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Makes requests in the region where the bucket is. If nobody has said which one that is, the first answer does: stores refuse
 * requests that were signed for another one, and name theirs. For any number of threads.
 */
final class S3Connection implements Closeable {

    private static final Pattern IN_BODY = Pattern.compile("<Region>([a-z0-9-]+)</Region>");

    private final Function<String, S3Client> clients;
    private final boolean discovering;
    private final List<S3Client> made = new ArrayList<>();
    private volatile Regional current;

    private record Regional(String region, S3Client client) {}

    /** A request, which may be made a second time. */
    @FunctionalInterface
    interface Request<T> {
        T run(S3Client client) throws IOException;
    }

    /**
     * @param clients makes a client for a region
     * @param region where to begin
     * @param discovering whether the bucket may be elsewhere
     */
    S3Connection(Function<String, S3Client> clients, String region, boolean discovering) {
        this.clients = clients;
        this.discovering = discovering;
        this.current = connect(region);
    }

    private synchronized Regional connect(String region) {
        S3Client client = clients.apply(region);
        made.add(client);
        return new Regional(region, client);
    }

    /**
     * @param attempt what the request is for, to follow "cannot"
     * @throws java.io.InterruptedIOException if the thread is interrupted; its flag stays set
     */
    <T> T run(String attempt, Request<T> request) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted before the attempt to " + attempt);
        }
        try {
            return run(request);
        } catch (SdkException | UncheckedIOException e) {
            throw S3Failures.explain(attempt, e);
        }
    }

    private <T> T run(Request<T> request) throws IOException {
        Regional used = current;
        try {
            return request.run(used.client());
        } catch (S3Exception e) {
            Optional<String> elsewhere = regionTold(e).filter(region -> !region.equals(used.region()));
            if (!discovering || elsewhere.isEmpty()) {
                throw e;
            }
            return request.run(moveTo(elsewhere.get()).client());
        }
    }

    private synchronized Regional moveTo(String region) {
        if (!current.region().equals(region)) {
            current = connect(region);
        }
        return current;
    }

    /** The region in which the bucket is, if the answer says so. */
    static Optional<String> regionTold(S3Exception e) {
        AwsErrorDetails details = e.awsErrorDetails();
        if (details == null || details.sdkHttpResponse() == null) {
            return Optional.empty();
        }
        return details.sdkHttpResponse()
                .firstMatchingHeader("x-amz-bucket-region")
                .or(() -> regionInBody(details));
    }

    private static Optional<String> regionInBody(AwsErrorDetails details) {
        if (details.rawResponse() == null) {
            return Optional.empty();
        }
        Matcher matcher = IN_BODY.matcher(details.rawResponse().asUtf8String());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public synchronized void close() {
        made.forEach(S3Client::close);
        made.clear();
    }
}
