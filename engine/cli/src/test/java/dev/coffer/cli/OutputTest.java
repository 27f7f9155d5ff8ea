package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void where_both_streams_end_in_one_place_all_stands_in_the_order_it_was_told() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Output output = new Output(
                new Surroundings(new Environment(Map.of()), InputStream.nullInputStream(), log, log, Terminal.NONE));
        output.line("result");
        output.message("failure");
        assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("result\nfailure\n");
    }
}
