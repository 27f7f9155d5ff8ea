package dev.coffer.operator.controller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.controller.schedule.Timetable.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant SIX = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void before_the_first_time_nothing_is_due() throws Exception {
        assertThat(hourly(null).due(SIX, SIX.plusSeconds(3599))).isEmpty();
    }

    @Test
    void a_time_that_has_come_is_due_once() throws Exception {
        Timetable hourly = hourly(null);
        Instant seven = SIX.plusSeconds(3600);
        assertThat(hourly.due(SIX, seven)).contains(new Tick(seven, seven));
        assertThat(hourly.due(seven, seven.plusSeconds(1))).isEmpty();
    }

    @Test
    void of_missed_times_the_latest_is_made_up_for() throws Exception {
        Instant muchLater = SIX.plus(Duration.ofDays(400)).plusSeconds(60);
        assertThat(hourly(null).due(SIX, muchLater).map(Tick::scheduled)).contains(muchLater.minusSeconds(60));
    }

    @Test
    void a_missed_time_is_found_however_long_ago() throws Exception {
        Timetable yearly = timetable("@yearly", Duration.ZERO, null, "a");
        assertThat(yearly.due(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2026-12-31T00:00:00Z"))
                        .map(Tick::scheduled))
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void a_time_missed_by_more_than_the_deadline_is_left_out() throws Exception {
        Timetable hourly = hourly(Duration.ofMinutes(10));
        Instant seven = SIX.plusSeconds(3600);
        assertThat(hourly.due(SIX, seven.plusSeconds(600))).isPresent();
        assertThat(hourly.due(SIX, seven.plusSeconds(601))).isEmpty();
    }

    @Test
    void the_next_backup_is_the_one_after_now() throws Exception {
        assertThat(hourly(null).next(SIX, SIX.plusSeconds(7260)).map(Tick::scheduled))
                .contains(SIX.plusSeconds(3 * 3600));
    }

    @Test
    void a_jitter_delays_the_start_but_not_into_the_next_time() throws Exception {
        Timetable spread = timetable("@hourly", Duration.ofHours(5), null, "a");
        for (int hour = 0; hour < 100; hour++) {
            Instant now = SIX.plusSeconds(hour * 3600L);
            Tick tick = spread.next(now, now).orElseThrow();
            assertThat(Duration.between(tick.scheduled(), tick.start()))
                    .isBetween(Duration.ZERO, Duration.ofHours(1).minusSeconds(1));
        }
    }

    @Test
    void a_backup_is_due_when_its_jitter_has_passed() throws Exception {
        Timetable spread = timetable("@hourly", Duration.ofMinutes(30), null, "a");
        Tick tick = spread.next(SIX, SIX).orElseThrow();
        assertThat(tick.start()).isAfter(tick.scheduled());
        assertThat(spread.due(SIX, tick.start().minusSeconds(1))).isEmpty();
        assertThat(spread.next(SIX, tick.start().minusSeconds(1))).contains(tick);
        assertThat(spread.due(SIX, tick.start())).contains(tick);
    }

    @Test
    void invokers_with_one_schedule_start_at_different_times() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> start("uid-" + i))
                        .flatMap(Optional::stream)
                        .distinct()
                        .count())
                .isGreaterThan(15);
    }

    private static Optional<Instant> start(String identity) {
        try {
            return timetable("@hourly", Duration.ofMinutes(30), null, identity)
                    .next(SIX, SIX)
                    .map(Tick::start);
        } catch (InvalidScheduleException e) {
            throw new AssertionError(e);
        }
    }

    private static Timetable hourly(@Nullable Duration deadline) throws InvalidScheduleException {
        return timetable("@hourly", Duration.ZERO, deadline, "a");
    }

    private static Timetable timetable(String schedule, Duration jitter, @Nullable Duration deadline, String identity)
            throws InvalidScheduleException {
        return new Timetable(Schedule.parse(schedule), ZoneOffset.UTC, jitter, deadline, identity);
    }
}
