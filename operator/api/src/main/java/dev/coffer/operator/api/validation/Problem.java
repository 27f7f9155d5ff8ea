package dev.coffer.operator.api.validation;

/**
 * A rule that an object breaks.
 *
 * @param severity whether the object is of no use
 * @param field path of the field, such as {@code spec.members[1].target.alias}
 * @param message what is wrong with it, and what to do
 */
public record Problem(Severity severity, String field, String message) {

    /** How bad a problem is. */
    public enum Severity {
        /** The object is refused. */
        ERROR,
        /** The object is accepted, but may not do what its author means. */
        WARNING
    }

    static Problem error(String field, String message) {
        return new Problem(Severity.ERROR, field, message);
    }

    static Problem warning(String field, String message) {
        return new Problem(Severity.WARNING, field, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** As it stands in a message to the user. */
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
