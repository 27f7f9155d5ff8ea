package dev.coffer.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file a client wants.
 *
 * @param start of the first byte
 * @param length at least 1
 */
record ByteRange(long start, long length) {

    /** At most 18 digits, so that they fit into a long. */
    private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Understands a {@code Range} header. Several ranges in one request are more than any client of this protocol needs:
     * then, as HTTP allows, there is no range, and the client gets the whole file.
     *
     * @param size of the file
     * @throws Refusal if the file has no such bytes
     */
    static Optional<ByteRange> parse(String header, long size) throws Refusal {
        if (header.contains(",")) {
            return Optional.empty();
        }
        Matcher matcher = SYNTAX.matcher(header.strip());
        if (!matcher.matches()) {
            throw Refusal.badRange(size);
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty() && last.isEmpty()) {
            throw Refusal.badRange(size);
        }
        long start = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long end = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (start >= end) {
            throw Refusal.badRange(size);
        }
        return Optional.of(new ByteRange(start, end - start));
    }

    /** For the header {@code Content-Range}. */
    String of(long size) {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
