package dev.coffer.operator.agent.status;

/**
 * Something that happened to an object.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason in few words that stay the same
 */
record Event(String type, String reason, String message) {

    static Event normal(String reason, String message) {
        return new Event("Normal", reason, message);
    }

    static Event warning(String reason, String message) {
        return new Event("Warning", reason, message);
    }
}
