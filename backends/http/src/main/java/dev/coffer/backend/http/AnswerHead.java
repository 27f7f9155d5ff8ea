package dev.coffer.backend.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Status and headers of an answer in HTTP/1.1.
 *
 * @param status such as 200
 */
record AnswerHead(int status, HttpHeaders headers) {

    private static final int LONGEST_LINE = 16 << 10;

    /** Reads up to the empty line. Whatever the server says in between, such as that we may go on, is passed over. */
    static AnswerHead read(InputStream in) throws IOException {
        AnswerHead head;
        do {
            head = readOne(in);
        } while (head.status() / 100 == 1);
        return head;
    }

    private static AnswerHead readOne(InputStream in) throws IOException {
        String[] words = line(in).split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        return new AnswerHead(Integer.parseInt(words[1]), HttpHeaders.of(fields(in), (_, _) -> true));
    }

    private static Map<String, List<String>> fields(InputStream in) throws IOException {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("the answer has a header without a name");
            }
            fields.computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return fields;
    }

    /** A line without its end. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("the answer ended within its head");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The whole answer, whose body follows on the stream. */
    RawAnswer answer(String method, InputStream in) throws IOException {
        return new RawAnswer(status, headers, body(method, in));
    }

    private InputStream body(String method, InputStream in) throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new FixedLengthStream(in, 0);
        }
        if (headers.firstValue("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return new ChunkedStream(in);
        }
        if (headers.firstValue("Content-Length").isEmpty()) {
            return in;
        }
        try {
            return new FixedLengthStream(
                    in, headers.firstValueAsLong("Content-Length").orElse(0));
        } catch (NumberFormatException e) {
            throw new IOException("the answer has a length that is no number", e);
        }
    }
}
