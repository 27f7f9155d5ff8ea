package dev.coffer.backend.http;

/** A password, key or token: what must not get into a message by accident. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
