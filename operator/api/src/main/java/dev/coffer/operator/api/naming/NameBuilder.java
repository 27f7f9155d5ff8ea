package dev.coffer.operator.api.naming;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Builds names of objects: parts with hyphens between them, and hyphens for dots, as Stash does. A name that is too long loses the
 * end of its middle part, in favour of a checksum of it, so that two long names stay different.
 */
final class NameBuilder {

    /** Longest name that can be a label or the name of a service, too. */
    static final int LABEL = 63;

    /** Longest name of a CronJob, which adds eleven characters for its jobs. */
    static final int CRON_JOB = 52;

    private NameBuilder() {}

    /** A name of which any part may be cut. */
    static String name(int longest, String text) {
        return shorten(longest, "", text, "");
    }

    /** A name that begins with {@code prefix}, which is never cut. */
    static String name(int longest, String prefix, String middle) {
        return shorten(longest, prefix + "-", middle, "");
    }

    /** A name that ends with {@code suffix}, which is never cut. */
    static String name(int longest, String prefix, String middle, String suffix) {
        return shorten(longest, prefix.isEmpty() ? "" : prefix + "-", middle, "-" + suffix);
    }

    private static String shorten(int longest, String head, String middle, String tail) {
        String whole = clean(head + middle + tail);
        if (whole.length() <= longest) {
            return whole;
        }
        String end = "-" + checksum(middle) + tail;
        int room = longest - head.length() - end.length();
        if (room < 1) {
            throw new IllegalArgumentException("No room for a name between " + head + " and " + tail);
        }
        return clean(head + trim(middle.substring(0, room)) + end);
    }

    private static String clean(String name) {
        return trim(name.replace('.', '-'));
    }

    private static String trim(String text) {
        return text.replaceAll("^[-.]+|[-.]+$", "");
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
