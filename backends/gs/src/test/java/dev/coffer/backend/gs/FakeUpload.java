package dev.coffer.backend.gs;

import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object that is sent to {@link FakeGcs} in a single request.
 *
 * @param metadata what is to be known about it
 */
record FakeUpload(StubRequest request, Json metadata, byte[] bytes) {

    private static final Pattern BOUNDARY = Pattern.compile("multipart/related;.*boundary=\"?([^\";]+)\"?.*");
    private static final String BLANK_LINE = "\r\n\r\n";

    static FakeUpload parse(StubRequest request) {
        Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!request.parameter("uploadType").equals("multipart") || !type.matches()) {
            throw new FakeReplies.Refusal(400, "invalid", "Bad multipart request");
        }
        String delimiter = "--" + type.group(1);
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        int second = body.indexOf("\r\n" + delimiter, delimiter.length());
        int end = body.lastIndexOf("\r\n" + delimiter + "--");
        if (!body.startsWith(delimiter) || second < 0 || end <= second) {
            throw new FakeReplies.Refusal(400, "badContent", "Malformed multipart body.");
        }
        byte[] first = part(body.substring(0, second));
        return new FakeUpload(request, FakeRequest.parse(first), part(body.substring(second, end)));
    }

    /** What comes behind the headers. */
    private static byte[] part(String text) {
        return text.substring(text.indexOf(BLANK_LINE) + BLANK_LINE.length()).getBytes(StandardCharsets.ISO_8859_1);
    }

    String name() {
        return metadata.text("name").orElseGet(() -> request.parameter("name"));
    }

    FakeObject store(String bucket, FakeBuckets buckets) {
        if (request.parameter("ifGenerationMatch").equals("0")
                && buckets.objects(bucket).containsKey(name())) {
            throw new FakeReplies.Refusal(
                    412, "conditionNotMet", "At least one of the pre-conditions you specified did not hold.");
        }
        FakeObject arrived = new FakeObject(bucket, name(), bytes, "", 0);
        compare("CRC32C", "crc32c", arrived.crc32c());
        compare("MD5 hash", "md5Hash", arrived.md5());
        return buckets.put(bucket, name(), bytes, metadata.text("storageClass").orElse("STANDARD"));
    }

    private void compare(String kind, String member, String calculated) {
        String provided = metadata.text(member).orElse(calculated);
        if (!provided.equals(calculated)) {
            throw new FakeReplies.Refusal(
                    400,
                    "invalid",
                    "Provided " + kind + " \"" + provided + "\" doesn't match calculated " + kind + " \"" + calculated
                            + "\".");
        }
    }
}
