package dev.coffer.engine.progress;

/** Receives events from any thread, several at a time; must return quickly and must not throw. */
@FunctionalInterface
public interface ProgressListener {

    ProgressListener NONE = event -> {};

    void on(ProgressEvent event);
}
