package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parsers take what restic wrote, and bear what is almost that. The real fuzzer, which sees where they branch, runs elsewhere. */
class ParserFuzzTest {

    private static final int MUTATIONS = 2_000;

    private static Map<FuzzedParser, List<byte[]>> seeds;

    @BeforeAll
    static void readSeeds() throws IOException {
        seeds = FuzzSeeds.all();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BLOB") // what it is named by cannot be right
    void a_parser_accepts_its_seeds(FuzzedParser parser) throws IOException {
        List<byte[]> own = seeds.get(parser);
        assertThat(own).isNotEmpty();
        for (byte[] seed : own) {
            assertThatCode(() -> parser.parse(seed)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_parser_bears_bytes_that_are_almost_right(FuzzedParser parser) throws IOException {
        List<byte[]> own = seeds.get(parser);
        Random random = new Random(1);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] input = own.get(random.nextInt(own.size())).clone();
            for (int changes = random.nextInt(4); changes >= 0 && input.length > 0; changes--) {
                input[random.nextInt(input.length)] = (byte) random.nextInt(256);
            }
            ParserFuzzTarget.require(parser, input);
        }
    }
}
