package dev.coffer.engine.filter;

import dev.coffer.engine.text.NativeString;
import java.util.List;

/** What a glob expects next. */
sealed interface GlobStep {

    /** Whether this step, if it takes one character, takes this one. */
    boolean accepts(int codePoint);

    /** Any number of characters. */
    record AnyRun() implements GlobStep {
        @Override
        public boolean accepts(int codePoint) {
            return false;
        }
    }

    /** Any one character. */
    record AnyOne() implements GlobStep {
        @Override
        public boolean accepts(int codePoint) {
            return codePoint != '/';
        }
    }

    /** This very character. */
    record Exactly(int expected) implements GlobStep {
        @Override
        public boolean accepts(int codePoint) {
            return codePoint == expected;
        }
    }

    /** A character within one of the ranges, or within none of them. */
    record OneOf(boolean negated, List<Range> ranges) implements GlobStep {

        private static final int REPLACEMENT = 0xFFFD;

        @Override
        public boolean accepts(int codePoint) {
            // Go sees a byte that is no text as U+FFFD here.
            int seen = NativeString.isEscapedByte(codePoint) ? REPLACEMENT : codePoint;
            return negated != ranges.stream().anyMatch(range -> range.lowest() <= seen && seen <= range.highest());
        }
    }

    /** Characters from the lowest to the highest. */
    record Range(int lowest, int highest) {}
}
