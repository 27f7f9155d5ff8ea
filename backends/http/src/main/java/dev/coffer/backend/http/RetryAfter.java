package dev.coffer.backend.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: a number of seconds, or a date. */
public final class RetryAfter {

    private RetryAfter() {}

    /** How long from now the server wants to be left alone; empty if it does not say, or not understandably. */
    static Optional<Duration> of(Optional<String> header) {
        return header.flatMap(value -> parse(value, Instant.now()));
    }

    public static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        try {
            if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
