package dev.coffer.backend.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to a {@link StubServer}.
 *
 * @param headers whatever their case
 */
public record StubRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    /** Percent signs resolved. */
    public String path() {
        return uri.getPath();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A parameter behind the question mark; empty if it is not there. */
    public String parameter(String name) {
        return Arrays.stream(Objects.requireNonNullElse(uri.getRawQuery(), "").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** The file, or the part of it that the header {@code Range} asks for: 200, 206 or 416. */
    public StubReply slice(byte[] file) {
        Matcher range = RANGE.matcher(header("Range").orElse(""));
        if (!range.matches()) {
            return StubReply.of(200, file);
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty()
                ? file.length - 1
                : Math.min(Integer.parseInt(range.group(2)), file.length - 1);
        if (first > last) {
            return StubReply.of(416).header("Content-Range", "bytes */" + file.length);
        }
        return StubReply.of(206, Arrays.copyOfRange(file, first, last + 1))
                .header("Content-Range", "bytes " + first + "-" + last + "/" + file.length);
    }
}
