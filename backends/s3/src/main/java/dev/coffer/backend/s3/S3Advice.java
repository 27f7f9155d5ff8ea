package dev.coffer.backend.s3;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What to say about an answer that is a failure: the store's own words, and what to do. */
final class S3Advice {

    private static final int QUOTE_AT_MOST = 300;

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("NoSuchBucket", "check the location, or let init make the bucket"),
            Map.entry("InvalidAccessKeyId", "check AWS_ACCESS_KEY_ID"),
            Map.entry("SignatureDoesNotMatch", "check AWS_SECRET_ACCESS_KEY"),
            Map.entry("ExpiredToken", "get new credentials"),
            Map.entry("InvalidToken", "check AWS_SESSION_TOKEN"),
            Map.entry("RequestTimeTooSkewed", "set the clock of this machine"),
            Map.entry("AccessDenied", "the policy of these credentials, or of the bucket, does not allow it"),
            Map.entry("PreconditionFailed", "there is another file of that name, which s3.no-overwrite protects"),
            Map.entry("BucketAlreadyExists", "it belongs to somebody else; choose another name"),
            Map.entry(Archive.WRONG_STATE, "it is in an archive; -o s3.enable-restore=true asks for it and waits"));

    private S3Advice() {}

    /** Status, code and text of the answer. */
    static String words(AwsServiceException answer) {
        String code = S3Failures.code(answer);
        AwsErrorDetails details = answer.awsErrorDetails();
        String text = details == null || details.errorMessage() == null ? "" : printable(details.errorMessage());
        return "the store answered " + answer.statusCode() + (code.isEmpty() ? "" : " " + code)
                + (text.isEmpty() ? "" : " (" + text + ")");
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= QUOTE_AT_MOST ? line : line.substring(0, QUOTE_AT_MOST) + "…";
    }

    /** What to do, to follow the words; empty if there is nothing to say. */
    static String of(AwsServiceException answer) {
        Optional<String> region = answer instanceof S3Exception failure && isAboutRegion(answer)
                ? S3Connection.regionTold(failure).map(name -> "the bucket is elsewhere: -o s3.region=" + name)
                : Optional.empty();
        return region.or(() -> Optional.ofNullable(BY_CODE.get(S3Failures.code(answer))))
                .map(advice -> "; " + advice)
                .orElse("");
    }

    private static boolean isAboutRegion(AwsServiceException answer) {
        return answer.statusCode() / 100 == 3 || answer.statusCode() == 400;
    }
}
