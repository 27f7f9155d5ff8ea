package dev.coffer.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A line for each request, in the combined log format that web servers write. Safe for use by all threads.
 *
 * <p>What cannot be written is lost; requests do not fail for that.
 */
public final class AccessLog {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    private final Optional<OutputStream> stream;

    private AccessLog(Optional<OutputStream> stream) {
        this.stream = stream;
    }

    /** Nothing is written. */
    public static AccessLog none() {
        return new AccessLog(Optional.empty());
    }

    /** @param stream the caller's; every line is written at once */
    public static AccessLog to(OutputStream stream) {
        return new AccessLog(Optional.of(stream));
    }

    void add(Exchange exchange) {
        if (stream.isPresent()) {
            write(stream.get(), line(exchange, ZonedDateTime.now(ZoneId.systemDefault())));
        }
    }

    private static String line(Exchange exchange, ZonedDateTime time) {
        String user =
                exchange.user().isEmpty() ? "-" : printable(exchange.user()).replace(' ', '_');
        return "%s - %s [%s] \"%s %s %s\" %d %d \"%s\" \"%s\"\n"
                .formatted(
                        exchange.client(),
                        user,
                        TIME.format(time),
                        printable(exchange.method()),
                        printable(exchange.target()),
                        printable(exchange.protocol()),
                        exchange.status(),
                        exchange.sent(),
                        printable(exchange.header("Referer").orElse("")),
                        printable(exchange.header("User-Agent").orElse("")));
    }

    /** What clients send must not look like a line, or the end of a field. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                printable.append("\\x%02x".formatted(c));
            } else {
                printable.append((char) c);
            }
        });
        return printable.toString();
    }

    private static void write(OutputStream stream, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        synchronized (stream) {
            try {
                stream.write(bytes);
                stream.flush();
            } catch (IOException _) {
                // see above
            }
        }
    }
}
