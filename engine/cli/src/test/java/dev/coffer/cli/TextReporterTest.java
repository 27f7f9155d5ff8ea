package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.ProgressState.Moment;
import dev.coffer.engine.progress.ProgressEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextReporterTest {

    @Test
    void the_line_tells_how_far_how_fast_and_how_long() {
        Moment moment = new Moment(Duration.ofSeconds(10), 100, 4096, 25, 1024, 1, List.of("/a/b"));
        assertThat(TextReporter.line(moment))
                .isEqualTo("[0:10] 25.00%  25 files 1.000 KiB of 100 4.000 KiB, 102 B/s, 1 error, ETA 0:30  /a/b");
    }

    @Test
    void without_a_total_there_is_no_percentage() {
        Moment moment = new Moment(Duration.ofSeconds(1), 0, 0, 1, 2048, 0, List.of());
        assertThat(TextReporter.line(moment)).isEqualTo("[0:01] 1 file 2.000 KiB, 2.000 KiB/s");
    }

    @Test
    void events_add_up() {
        ProgressState state = new ProgressState();
        state.add(new ProgressEvent.Total(2, 30));
        state.add(new ProgressEvent.Started("/a"));
        state.add(new ProgressEvent.Bytes(10));
        state.add(new ProgressEvent.Started("/b"));
        state.add(new ProgressEvent.Saved("/a", false, ProgressEvent.Change.NEW, Duration.ZERO, 10, 10, 0, 0));
        Moment moment = state.now();
        assertThat(moment.files()).isEqualTo(1);
        assertThat(moment.bytes()).isEqualTo(10);
        assertThat(moment.totalBytes()).isEqualTo(30);
        assertThat(moment.current()).containsExactly("/b");
    }

    @Test
    void progress_is_for_those_who_look_or_ask_for_it() {
        Environment asking = new Environment(Map.of("RESTIC_PROGRESS_FPS", "2"));
        Environment silent = new Environment(Map.of());
        assertThat(ProgressTicker.interval(asking, false)).hasValue(Duration.ofMillis(500));
        assertThat(ProgressTicker.interval(silent, true)).hasValue(Duration.ofMillis(100));
        assertThat(ProgressTicker.interval(silent, false)).isEmpty();
    }
}
