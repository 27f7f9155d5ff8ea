package dev.coffer.engine.filter;

import dev.coffer.engine.text.NativeString;
import java.util.List;
import java.util.stream.Collectors;

/** Patterns that cannot be understood, so that nothing may be done with the list they are in. */
public final class InvalidPatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param patterns the malformed ones */
    public InvalidPatternException(List<String> patterns) {
        super(patterns.stream()
                .map(NativeString::printable)
                .collect(Collectors.joining(", ", "invalid pattern: ", " (is a [ or \\ unfinished?)")));
    }
}
