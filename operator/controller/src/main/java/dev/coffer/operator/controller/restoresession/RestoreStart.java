package dev.coffer.operator.controller.restoresession;

/** What became of the attempt to have a target restored. */
sealed interface RestoreStart {

    /** It is under way. */
    record Started(int hosts, String message) implements RestoreStart {}

    /** It cannot begin. */
    record Impossible(String message) implements RestoreStart {}
}
