package dev.coffer.engine.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns in the order they were given, each adding to or taking back from what those before it chose. Immutable.
 *
 * <p>Paths to be tested are absolute, and with {@code /} between names as everywhere.
 */
public final class PatternList {

    /** Chooses nothing. */
    public static final PatternList NONE = new PatternList(List.of(), false);

    private final List<PathPattern> patterns;
    private final boolean ignoresCase;

    private PatternList(List<PathPattern> patterns, boolean ignoresCase) {
        this.patterns = patterns;
        this.ignoresCase = ignoresCase;
    }

    /**
     * @param patterns empty ones are skipped
     * @throws InvalidPatternException if some are malformed; names all of them
     */
    public static PatternList of(List<String> patterns) {
        return new PatternList(parse(patterns, false), false);
    }

    /** The same, but upper and lower case count as equal. */
    public static PatternList ignoringCase(List<String> patterns) {
        return new PatternList(parse(patterns, true), true);
    }

    private static List<PathPattern> parse(List<String> texts, boolean ignoringCase) {
        List<PathPattern> patterns = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        for (String text : texts) {
            if (!text.isEmpty()) {
                PathPattern.parse(ignoringCase ? lowerCase(text) : text)
                        .ifPresentOrElse(patterns::add, () -> malformed.add(text));
            }
        }
        if (!malformed.isEmpty()) {
            throw new InvalidPatternException(malformed);
        }
        return List.copyOf(patterns);
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether the list chooses the path. */
    public boolean matches(String path) {
        return !patterns.isEmpty() && test(path).matches();
    }

    /** Whether the list chooses the path, and whether it could choose anything below it. */
    public Selection test(String path) {
        List<String> components = Components.of(ignoresCase ? lowerCase(path) : path);
        boolean matches = false;
        boolean mayMatchBelow = false;
        for (PathPattern pattern : patterns) {
            if (!pattern.negated()) {
                matches = matches || pattern.matches(components);
                mayMatchBelow = mayMatchBelow || pattern.mayMatchBelow(components);
            } else if (pattern.matches(components)) {
                matches = false;
                mayMatchBelow = false;
            }
        }
        return new Selection(matches, mayMatchBelow);
    }

    /** Character by character, as Go does it: no character becomes two, whatever stands around it. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
        return lower.toString();
    }

    /**
     * What a list says of a path.
     *
     * @param matches it chooses the path
     * @param mayMatchBelow if it is a folder, something below it may be chosen
     */
    public record Selection(boolean matches, boolean mayMatchBelow) {}
}
