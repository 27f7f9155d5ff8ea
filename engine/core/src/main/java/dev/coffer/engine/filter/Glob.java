package dev.coffer.engine.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One component of a pattern, ready for matching; the language of Go's {@code filepath.Match}. Immutable. */
public final class Glob {

    private static final String SPECIAL = "*?[\\";

    /** The text to be equal to, when there are no wildcards. */
    private final Optional<String> literal;

    private final List<GlobStep> steps;

    private Glob(Optional<String> literal, List<GlobStep> steps) {
        this.literal = literal;
        this.steps = steps;
    }

    /** The glob, or empty if the text is malformed. */
    public static Optional<Glob> parse(String text) {
        if (text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0)) {
            return Optional.of(new Glob(Optional.of(text), List.of()));
        }
        GlobParser parser = new GlobParser(text);
        List<GlobStep> steps = new ArrayList<>();
        while (parser.hasMore()) {
            Optional<GlobStep> step = parser.next();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.of(new Glob(Optional.empty(), List.copyOf(steps)));
    }

    /** Whether the pattern has no wildcards, so that it matches one name only. */
    public boolean isLiteral() {
        return literal.isPresent();
    }

    /** Whether the whole name matches. */
    public boolean matches(String name) {
        return literal.isPresent() ? literal.get().equals(name) : matchesSteps(name);
    }

    /** Takes the shortest run for each star, and when stuck lengthens the last one. */
    private boolean matchesSteps(String name) {
        int at = 0;
        int step = 0;
        int starStep = -1;
        int starEnd = 0;
        while (at < name.length() || step < steps.size()) {
            if (step < steps.size() && steps.get(step) instanceof GlobStep.AnyRun) {
                starStep = step++;
                starEnd = at;
            } else if (step < steps.size()
                    && at < name.length()
                    && steps.get(step).accepts(name.codePointAt(at))) {
                at += Character.charCount(name.codePointAt(at));
                step++;
            } else if (starStep >= 0 && starEnd < name.length() && name.charAt(starEnd) != '/') {
                starEnd += Character.charCount(name.codePointAt(starEnd));
                at = starEnd;
                step = starStep + 1;
            } else {
                return false;
            }
        }
        return true;
    }
}
