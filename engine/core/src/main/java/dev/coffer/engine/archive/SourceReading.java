package dev.coffer.engine.archive;

import dev.coffer.engine.source.SourceEntry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Asks things of the source, which may change meanwhile: what vanishes is left out silently, what cannot be read is reported
 * and left out. Safe for use by any number of threads.
 */
record SourceReading(Journal journal) {

    /** Something asked of the source. */
    interface Question<T> {
        T ask() throws IOException;
    }

    /** The answer, or empty if there will be none. */
    <T> Optional<T> ask(SourceEntry entry, Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        } catch (IOException unreadable) {
            journal.problem(entry.path(), unreadable);
            return Optional.empty();
        }
    }
}
