package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-4, 0, 5",
        "bytes=6-, 6, 16",
        "bytes=-4, 18, 4",
        "bytes=-400, 0, 22",
        "bytes=5-500, 5, 17",
        "bytes=21-21, 21, 1"
    })
    void a_range_may_leave_out_an_end_and_reach_beyond_the_file(String header, long start, long length) throws Refusal {
        assertThat(ByteRange.parse(header, 22)).contains(new ByteRange(start, length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=22-",
                "bytes=500-600",
                "bytes=4-2",
                "bytes=-0",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=0-9999999999999999999"
            })
    void what_is_not_there_is_refused(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ByteRange.parse(header, 22))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(416);
                    assertThat(refusal.headers()).containsEntry("Content-Range", "bytes */22");
                });
    }

    @Test
    void several_ranges_are_no_range() throws Refusal {
        assertThat(ByteRange.parse("bytes=0-1,4-5", 22)).isEmpty();
    }

    @Test
    void an_answer_tells_what_it_holds() {
        assertThat(new ByteRange(6, 16).of(22)).isEqualTo("bytes 6-21/22");
    }
}
