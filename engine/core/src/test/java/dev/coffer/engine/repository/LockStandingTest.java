package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.ProcessMark;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockStandingTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration FRESH = Duration.ofMinutes(29);
    private static final Duration OLD = Duration.ofMinutes(31);
    private static final HostIdentity SELF = HostIdentity.current();
    private static final long NO_SUCH_PROCESS = 0x3FFF_FFFF;
    private static final ProcessMark MARK = ProcessMark.current().orElseThrow();

    private static LockStanding standing(HostIdentity holder, Optional<ProcessMark> mark, Duration age) {
        OffsetDateTime time = NOW.minus(age).atOffset(ZoneOffset.UTC);
        return new LockFile(time, true, holder, mark).standing(SELF, NOW);
    }

    private static HostIdentity holder(String hostname, long pid) {
        return new HostIdentity(hostname, "bob", 1, 1, pid);
    }

    @Test
    void the_age_of_a_lock_from_elsewhere_tells_whether_its_holder_has_stopped() {
        HostIdentity elsewhere = holder("another-host", SELF.pid());
        assertThat(standing(elsewhere, Optional.empty(), FRESH)).isEqualTo(LockStanding.HELD);
        assertThat(standing(elsewhere, Optional.empty(), OLD)).isEqualTo(LockStanding.SILENT);
    }

    @Test
    void a_lock_from_the_future_is_held() {
        HostIdentity elsewhere = holder("another-host", SELF.pid());
        assertThat(standing(elsewhere, Optional.empty(), Duration.ofDays(-1))).isEqualTo(LockStanding.HELD);
    }

    @Test
    void a_process_of_this_host_that_is_not_there_is_no_proof() {
        LockStanding standing = standing(holder(SELF.hostname(), NO_SUCH_PROCESS), Optional.empty(), FRESH);
        assertThat(standing).isEqualTo(LockStanding.NOT_SEEN);
        assertThat(standing.stale()).isTrue();
        assertThat(standing.dead()).isFalse();
    }

    @Test
    void locks_without_a_host_name_are_not_judged_by_their_process() {
        assertThat(standing(holder("", NO_SUCH_PROCESS), Optional.empty(), FRESH))
                .isEqualTo(LockStanding.HELD);
    }

    @Test
    void a_marked_process_that_has_ended_holds_nothing() {
        assertThat(standing(holder(SELF.hostname(), NO_SUCH_PROCESS), Optional.of(MARK), FRESH))
                .isEqualTo(LockStanding.GONE);
    }

    @Test
    void a_number_that_another_process_has_now_proves_that_the_first_has_ended() {
        ProcessMark earlier = new ProcessMark(MARK.bootId(), MARK.pidNamespace(), MARK.startTicks() - 1);
        assertThat(standing(SELF, Optional.of(earlier), FRESH)).isEqualTo(LockStanding.GONE);
    }

    @Test
    void a_process_that_runs_is_never_dead() {
        assertThat(standing(SELF, Optional.of(MARK), FRESH)).isEqualTo(LockStanding.HELD);
        assertThat(standing(SELF, Optional.of(MARK), OLD)).isEqualTo(LockStanding.STUCK);
        assertThat(LockStanding.STUCK.dead()).isFalse();
    }

    @Test
    void a_process_of_another_container_on_this_machine_is_judged_by_age_alone() {
        ProcessMark container = new ProcessMark(MARK.bootId(), MARK.pidNamespace() + 1, MARK.startTicks());
        HostIdentity holder = holder(SELF.hostname(), NO_SUCH_PROCESS);
        assertThat(standing(holder, Optional.of(container), FRESH)).isEqualTo(LockStanding.HELD);
        assertThat(standing(holder, Optional.of(container), OLD)).isEqualTo(LockStanding.SILENT);
    }

    @Test
    void a_process_from_before_the_machine_was_started_anew_is_not_seen() {
        ProcessMark before = new ProcessMark("another-boot", MARK.pidNamespace(), MARK.startTicks());
        assertThat(standing(holder(SELF.hostname(), NO_SUCH_PROCESS), Optional.of(before), FRESH))
                .isEqualTo(LockStanding.NOT_SEEN);
    }
}
