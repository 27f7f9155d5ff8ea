package dev.coffer.backend.http;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The head of an answer, and a stream with its body, to be closed by whoever gets it.
 *
 * @param status such as 200
 * @param headers by their names in any case
 */
record RawAnswer(int status, SortedMap<String, List<String>> headers, InputStream body) {

    /** The first header of that name. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }
}
