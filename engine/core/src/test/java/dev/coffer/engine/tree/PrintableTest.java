package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    /** As counted in the names that restic 0.19.1 wrote for all code points, and in the tables of Unicode 15.0. */
    @Test
    void the_table_is_complete() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Printable::contains))
                .hasSize(148_998);
    }

    @Test
    void every_character_of_the_table_is_printable_by_its_category() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Printable::contains)
                        .filter(c -> !printableCategory(c)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 0x7F, 0x85, 0xA0, 0xAD, 0x200B, 0x2028, 0x3000, 0xD800, 0xDC80, 0xE000, 0xFEFF, 0xF0000, 0x10FFFF
            })
    void controls_spaces_surrogates_and_private_characters_are_not_printable(int codePoint) {
        assertThat(Printable.contains(codePoint)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2EBF0, 0x2FFC, 0x31EF, 0x1FAE9, 0x10D40})
    void characters_newer_than_unicode_15_0_are_not_printable(int codePoint) {
        assertThat(Printable.contains(codePoint)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', 'a', '~', 0xE4, 0x301, 0xFFFD, 0x0CF3, 0x11F00, 0x1FAE8, 0x31350, 0xE0100})
    void letters_marks_numbers_punctuation_and_symbols_are_printable(int codePoint) {
        assertThat(Printable.contains(codePoint)).isTrue();
    }

    private static boolean printableCategory(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
