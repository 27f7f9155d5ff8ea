package dev.coffer.operator.agent.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.api.report.SkippedFiles;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final ProgressMeter meter = new ProgressMeter("host-0", () -> now);

    @Test
    void it_adds_up_bytes_and_files() {
        meter.start("/data");
        meter.on(new ProgressEvent.Total(3, 3000));
        meter.on(new ProgressEvent.Bytes(1000));
        meter.on(saved("/data/a", false));
        meter.on(saved("/data", true));
        assertThat(meter.now())
                .returns("host-0", HostProgress::hostname)
                .returns("/data", HostProgress::path)
                .returns(1L, HostProgress::filesDone)
                .returns(3L, HostProgress::filesTotal)
                .returns(1000L, HostProgress::bytesDone)
                .returns(3000L, HostProgress::bytesTotal);
    }

    @Test
    void what_is_not_known_yet_is_absent() {
        meter.start("/data");
        assertThat(meter.now())
                .returns(null, HostProgress::filesTotal)
                .returns(null, HostProgress::bytesTotal)
                .returns(null, HostProgress::estimatedCompletionTime);
    }

    @Test
    void the_rate_is_that_of_late() {
        meter.start("/data");
        meter.on(new ProgressEvent.Total(1, 3000));
        meter.on(new ProgressEvent.Bytes(1000));
        now = START.plusSeconds(1);
        assertThat(meter.now().bytesPerSecond()).isEqualTo(1000);
        meter.on(new ProgressEvent.Bytes(400));
        now = START.plusSeconds(3);
        assertThat(meter.now())
                .returns(200L, HostProgress::bytesPerSecond)
                .returns(START.plusSeconds(3 + 8), HostProgress::estimatedCompletionTime);
    }

    @Test
    void each_path_is_counted_by_itself() {
        meter.start("/a");
        meter.on(new ProgressEvent.Bytes(1000));
        meter.start("/b");
        assertThat(meter.now().bytesDone()).isZero();
    }

    @Test
    void all_problems_are_counted_and_the_first_are_named() {
        for (int i = 0; i < 100; i++) {
            meter.on(new ProgressEvent.Problem(ProgressEvent.Phase.ARCHIVAL, "/data/" + i, "denied"));
        }
        SkippedFiles skipped = meter.skipped().orElseThrow();
        assertThat(skipped.total()).isEqualTo(100);
        assertThat(skipped.files()).hasSize(SkippedFiles.MOST_NAMED);
        assertThat(skipped.files().getFirst().path()).isEqualTo("/data/0");
    }

    @Test
    void a_problem_of_the_scan_is_not_counted_twice() {
        meter.on(new ProgressEvent.Problem(ProgressEvent.Phase.SCAN, "/data/a", "denied"));
        assertThat(meter.skipped()).isEmpty();
    }

    private static ProgressEvent saved(String path, boolean directory) {
        return new ProgressEvent.Saved(path, directory, ProgressEvent.Change.NEW, java.time.Duration.ZERO, 0, 0, 0, 0);
    }
}
