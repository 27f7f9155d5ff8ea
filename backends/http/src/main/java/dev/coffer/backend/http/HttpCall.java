package dev.coffer.backend.http;

import dev.coffer.backend.Content;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param uri absolute; without user and password
 * @param headers besides those of {@link HttpSettings} and those that follow from the content
 * @param content what is sent along; empty for none
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Content content) {

    private static final Content NOTHING = Content.of(new byte[0]);

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A request without content. */
    public static HttpCall of(String method, URI uri) {
        return new HttpCall(method, uri, Map.of(), NOTHING);
    }

    public static HttpCall get(URI uri) {
        return of("GET", uri);
    }

    public static HttpCall head(URI uri) {
        return of("HEAD", uri);
    }

    public static HttpCall delete(URI uri) {
        return of("DELETE", uri);
    }

    public static HttpCall post(URI uri, Content content) {
        return new HttpCall("POST", uri, Map.of(), content);
    }

    public static HttpCall put(URI uri, Content content) {
        return new HttpCall("PUT", uri, Map.of(), content);
    }

    /** The same with one more header, or another value for it. */
    public HttpCall header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, uri, more, content);
    }

    /** The same for some of the bytes of what is at the address; {@code length} is above 0. */
    public HttpCall range(long position, int length) {
        return header("Range", "bytes=" + position + "-" + (position + length - 1));
    }

    /** For messages. Headers, and the part of the address after the question mark, may hold secrets. */
    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return method + " " + uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }
}
