package dev.coffer.operator.api.validation;

import dev.coffer.operator.api.time.GoDuration;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems, with checks of fields that several kinds have. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void error(String field, String message) {
        found.add(Problem.error(field, message));
    }

    void warning(String field, String message) {
        found.add(Problem.warning(field, message));
    }

    /** Checks text that must be a duration and not be negative, if there is any. */
    void checkDuration(String field, @Nullable String text) {
        if (text != null && !isDuration(text)) {
            error(field, "\"" + text + "\" is no duration; write it like 90s, 10m or 1h30m");
        }
    }

    /** Checks text that must name a time zone, if there is any. */
    void checkTimeZone(String field, @Nullable String text) {
        if (text != null && !isTimeZone(text)) {
            error(field, "\"" + text + "\" is no time zone; write it like Europe/Berlin or UTC");
        }
    }

    List<Problem> toList() {
        return List.copyOf(found);
    }

    private static boolean isDuration(String text) {
        return GoDuration.parse(text).filter(duration -> !duration.isNegative()).isPresent();
    }

    private static boolean isTimeZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
