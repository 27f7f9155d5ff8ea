package dev.coffer.operator.api.event;

/**
 * Something that happened to an object.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason in few words that stay the same
 * @param message what happened, to what and, if it is a warning, what to do
 */
public record Event(String type, String reason, String message) {

    public static Event normal(String reason, String message) {
        return new Event("Normal", reason, message);
    }

    public static Event warning(String reason, String message) {
        return new Event("Warning", reason, message);
    }
}
