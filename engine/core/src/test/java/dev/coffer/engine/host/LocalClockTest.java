package dev.coffer.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

    /** So many seconds are too many milliseconds. */
    private static final long FAR = Long.MAX_VALUE / 1000 + 1;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T12:00:00.123456789Z",
                "2026-03-29T00:59:59.999Z",
                "2026-03-29T01:00:00Z",
                "2026-10-25T00:59:59Z",
                "2026-10-25T01:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1930-06-01T00:00:00Z",
                "2100-07-01T00:00:00Z"
            })
    void shows_what_the_rules_of_the_zone_say(String moment) {
        for (String zone : new String[] {"UTC", "Europe/Amsterdam", "America/New_York", "Asia/Kathmandu"}) {
            assertThat(new LocalClock(TimeZone.getTimeZone(zone)).at(Instant.parse(moment)))
                    .hasToString(OffsetDateTime.ofInstant(Instant.parse(moment), ZoneId.of(zone))
                            .toString());
        }
    }

    @Test
    void knows_moments_that_are_too_far_away_for_milliseconds() {
        for (Instant moment : new Instant[] {Instant.ofEpochSecond(-FAR), Instant.ofEpochSecond(FAR)}) {
            assertThat(new LocalClock(TimeZone.getTimeZone("UTC")).at(moment).toInstant())
                    .isEqualTo(moment);
        }
    }
}
