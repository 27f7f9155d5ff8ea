package dev.coffer.engine.filter;

import dev.coffer.engine.filter.GlobStep.AnyOne;
import dev.coffer.engine.filter.GlobStep.AnyRun;
import dev.coffer.engine.filter.GlobStep.Exactly;
import dev.coffer.engine.filter.GlobStep.OneOf;
import dev.coffer.engine.filter.GlobStep.Range;
import dev.coffer.engine.text.NativeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes a glob apart. Empty results mean that it is malformed. */
final class GlobParser {

    private final String text;
    private int at;

    GlobParser(String text) {
        this.text = text;
    }

    boolean hasMore() {
        return at < text.length();
    }

    Optional<GlobStep> next() {
        int first = take();
        return switch (first) {
            case '*' -> Optional.of(new AnyRun());
            case '?' -> Optional.of(new AnyOne());
            case '[' -> characterClass();
            case '\\' -> hasMore() ? Optional.of(new Exactly(take())) : Optional.empty();
            default -> Optional.of(new Exactly(first));
        };
    }

    private Optional<GlobStep> characterClass() {
        boolean negated = skip('^');
        List<Range> ranges = new ArrayList<>();
        while (ranges.isEmpty() || !skip(']')) {
            OptionalInt lowest = classCharacter();
            OptionalInt highest = lowest.isPresent() && skip('-') ? classCharacter() : lowest;
            // A class must be closed, so there is always more to come.
            if (lowest.isEmpty() || highest.isEmpty() || !hasMore()) {
                return Optional.empty();
            }
            ranges.add(new Range(lowest.getAsInt(), highest.getAsInt()));
        }
        return Optional.of(new OneOf(negated, List.copyOf(ranges)));
    }

    private OptionalInt classCharacter() {
        if (!hasMore() || text.charAt(at) == '-' || text.charAt(at) == ']') {
            return OptionalInt.empty();
        }
        int character = take();
        if (character == '\\') {
            if (!hasMore()) {
                return OptionalInt.empty();
            }
            character = take();
        }
        return NativeString.isEscapedByte(character) ? OptionalInt.empty() : OptionalInt.of(character);
    }

    private boolean skip(char expected) {
        boolean there = hasMore() && text.charAt(at) == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private int take() {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }
}
