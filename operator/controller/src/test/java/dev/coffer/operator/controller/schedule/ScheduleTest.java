package dev.coffer.operator.controller.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            */5 * * * *    | 2026-03-01T10:02:30Z | 2026-03-01T10:05:00Z
            */5 * * * *    | 2026-03-01T10:05:00Z | 2026-03-01T10:10:00Z
            0 3 * * *      | 2026-03-01T03:00:00Z | 2026-03-02T03:00:00Z
            30 2 1 * *     | 2026-03-01T10:00:00Z | 2026-04-01T02:30:00Z
            0 0 29 2 *     | 2026-03-01T00:00:00Z | 2028-02-29T00:00:00Z
            0 0 * * 1-5    | 2026-03-06T12:00:00Z | 2026-03-09T00:00:00Z
            0 0 * * sun    | 2026-03-02T00:00:00Z | 2026-03-08T00:00:00Z
            0 0 * * 7      | 2026-03-02T00:00:00Z | 2026-03-08T00:00:00Z
            0 0 13 * fri   | 2026-03-01T00:00:00Z | 2026-03-06T00:00:00Z
            0 0 */2 * fri  | 2026-03-01T00:00:00Z | 2026-03-13T00:00:00Z
            0 0 1 JAN,Jul *| 2026-03-01T00:00:00Z | 2026-07-01T00:00:00Z
            10/20 8 * * ?  | 2026-03-01T08:10:00Z | 2026-03-01T08:30:00Z
            @hourly        | 2026-03-01T10:02:00Z | 2026-03-01T11:00:00Z
            @daily         | 2026-03-01T10:02:00Z | 2026-03-02T00:00:00Z
            @weekly        | 2026-03-02T10:02:00Z | 2026-03-08T00:00:00Z
            @every 6h      | 2026-03-01T10:02:00Z | 2026-03-01T12:00:00Z
            """)
    void the_next_time_follows_from_the_expression(String schedule, Instant after, Instant next) throws Exception {
        assertThat(Schedule.parse(schedule).next(after, ZoneOffset.UTC)).contains(next);
    }

    @Test
    void hours_are_those_of_the_time_zone() throws Exception {
        assertThat(Schedule.parse("0 3 * * *").next(Instant.parse("2026-01-10T12:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-01-11T02:00:00Z"));
    }

    @Test
    void a_daily_time_that_is_left_out_in_spring_comes_when_the_clocks_have_changed() throws Exception {
        assertThat(times("30 2 * * *", "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void a_daily_time_that_comes_twice_in_autumn_counts_once() throws Exception {
        assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void between_two_times_that_look_alike_the_next_one_is_tomorrow() throws Exception {
        assertThat(Schedule.parse("30 2 * * *").next(Instant.parse("2026-10-25T01:10:00Z"), BERLIN))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void every_hour_is_an_hour_when_clocks_go_back() throws Exception {
        assertThat(times("30 * * * *", "2026-10-24T23:45:00Z", 4))
                .containsExactly(
                        "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z", "2026-10-25T03:30:00Z");
    }

    @Test
    void every_hour_is_an_hour_when_clocks_go_forward() throws Exception {
        assertThat(times("30 * * * *", "2026-03-28T23:45:00Z", 3))
                .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z");
    }

    @Test
    void a_day_that_never_comes_has_no_next_time() throws Exception {
        assertThat(Schedule.parse("0 0 30 2 *").next(Instant.EPOCH, ZoneOffset.UTC))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "1/2/3 * * * *",
                "a * * * *",
                "1-2-3 * * * *",
                "-1 * * * *",
                "@fortnightly",
                "@every soon",
                "@every 0s"
            })
    void what_is_no_schedule_is_refused(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(InvalidScheduleException.class);
    }

    @Test
    void the_refusal_says_which_field_is_wrong_and_what_it_may_be() {
        assertThatThrownBy(() -> Schedule.parse("0 25 * * *")).hasMessageContainingAll("\"25\"", "hour", "0 to 23");
    }

    private static List<String> times(String schedule, String after, int count) throws InvalidScheduleException {
        Schedule parsed = Schedule.parse(schedule);
        List<String> times = new ArrayList<>();
        Optional<Instant> time = Optional.of(Instant.parse(after));
        for (int i = 0; i < count; i++) {
            time = time.flatMap(last -> parsed.next(last, BERLIN));
            times.add(time.orElseThrow().toString());
        }
        return times;
    }
}
