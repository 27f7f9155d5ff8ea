package dev.coffer.engine.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLayoutTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2006-01-02T15:04:05Z07:00      | 2026-03-07T16:05:09+02:00",
                "2006-01-02_15-04-05            | 2026-03-07_16-05-09",
                "Mon Jan _2 3:04PM 06           | Sat Mar  7 4:05PM 26",
                "Monday, 2 January 2006 (002)   | Saturday, 7 March 2026 (066)",
                "20060102-150405-0700           | 20260307-160509+0200",
                "1/2 15h4m5s                    | 3/7 16h5m9s",
            })
    void times_look_like_the_example(String example, String expected) {
        OffsetDateTime time = OffsetDateTime.parse("2026-03-07T16:05:09+02:00");
        assertThat(new TimeLayout(example).format(time)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2006-01-02T15:04:05Z07:00, 2026-03-07T16:05:09Z", "MST, UTC"})
    void universal_time_is_told_as_such(String example, String expected) {
        assertThat(new TimeLayout(example).format(OffsetDateTime.parse("2026-03-07T16:05:09Z")))
                .isEqualTo(expected);
    }
}
