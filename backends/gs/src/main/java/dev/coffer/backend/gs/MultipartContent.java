package dev.coffer.backend.gs;

import dev.coffer.backend.Content;
import dev.coffer.backend.http.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** An object and what is to be known about it, in a single request. The object is not copied. */
final class MultipartContent implements Content {

    private final String boundary = UUID.randomUUID().toString();
    private final byte[] head;
    private final Content object;
    private final byte[] tail;

    MultipartContent(Json metadata, Content object) {
        this.head = ("--" + boundary + "\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n" + metadata + "\r\n--"
                        + boundary + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        this.object = object;
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The value of the header {@code Content-Type}. */
    String type() {
        return "multipart/related; boundary=" + boundary;
    }

    @Override
    public long length() {
        return head.length + object.length() + tail.length;
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), object.open(), new ByteArrayInputStream(tail))));
    }
}
