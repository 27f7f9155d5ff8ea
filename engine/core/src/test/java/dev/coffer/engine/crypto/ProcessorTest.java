package dev.coffer.engine.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTest {

    @Test
    void features_are_those_of_the_first_processor() {
        Processor processor = Processor.parse("""
                processor\t: 0
                model name\t: A Processor
                flags\t\t: fpu avx2 avx512bw avx512ifma avx512vl sha_ni
                bugs\t\t: none

                processor\t: 1
                flags\t\t: fpu
                """);
        assertThat(processor.features())
                .containsExactlyInAnyOrder("fpu", "avx2", "avx512bw", "avx512ifma", "avx512vl", "sha_ni");
        assertThat(processor.hasWideMultiplication()).isTrue();
    }

    @Test
    void without_one_of_the_features_it_cannot_multiply_wide() {
        assertThat(Processor.parse("flags\t\t: avx512ifma avx512vl").hasWideMultiplication())
                .isFalse();
    }

    @Test
    void what_says_nothing_of_features_has_none() {
        assertThat(Processor.parse("processor: 0\nBogoMIPS: 50.00\n").features())
                .isEmpty();
    }
}
