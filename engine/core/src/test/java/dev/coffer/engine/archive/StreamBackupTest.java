package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.testing.RandomData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamBackupTest extends BackupTestCase {

    private BackupSummary backup(String path, BackupSource.StreamOpener stream) throws IOException {
        return fixture.backup(BackupRequest.of(new BackupSource.Stream(path, stream), BackupFixture.labels()));
    }

    @Test
    void a_stream_becomes_a_file() throws IOException {
        byte[] content = new RandomData(5).mixed(5 << 20, 1 << 20);
        BackupSummary summary = backup("dump.sql", () -> new ByteArrayInputStream(content));
        Node node = fixture.node(summary, "dump.sql");
        assertThat(fixture.content(node)).isEqualTo(content);
        assertThat(node.size()).isEqualTo(content.length);
        assertThat(node.mode()).isEqualTo(0644);
        assertThat(node.uid()).isEqualTo(1);
        assertThat(summary.facts().filesNew()).isEqualTo(1);
    }

    @Test
    void the_file_may_be_in_folders() throws IOException {
        BackupSummary summary = backup("/a//./b/dump", () -> new ByteArrayInputStream(new byte[] {1}));
        Snapshot snapshot = fixture.snapshot(summary);
        assertThat(snapshot.paths()).containsExactly("/a/b/dump");
        assertThat(fixture.content(fixture.node(summary, "a/b/dump"))).containsExactly(1);
        assertThat(fixture.node(summary, "a/b").mode()).isEqualTo(0x8000_0000 | 0755);
        assertThat(summary.facts().dirsNew()).isEqualTo(2);
    }

    @Test
    void a_path_that_leads_up_ends_at_the_root() throws IOException {
        BackupSummary summary = backup("../a/../../dump", () -> new ByteArrayInputStream(new byte[] {1}));
        assertThat(fixture.snapshot(summary).paths()).containsExactly("/dump");
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("dump");
    }

    @Test
    void a_second_stream_of_the_same_name_is_a_changed_file() throws IOException {
        BackupSummary first = backup("dump", () -> new ByteArrayInputStream(new byte[] {1}));
        BackupSummary second = backup("dump", () -> new ByteArrayInputStream(new byte[] {1, 2}));
        assertThat(second.parent()).isEqualTo(first.snapshot());
        assertThat(second.facts().filesChanged()).isEqualTo(1);
    }

    @Test
    void a_stream_without_data_is_a_problem_but_gives_a_snapshot() throws IOException {
        BackupSummary summary = backup("a/dump", () -> new ByteArrayInputStream(new byte[0]));
        assertThat(fixture.problems()).containsExactly("/a/dump: no data read");
        assertThat(summary.complete()).isFalse();
        assertThat(fixture.names(fixture.tree(summary))).containsExactly("a");
    }

    @Test
    void the_output_of_a_command_becomes_a_file() throws IOException {
        BackupSummary summary = backup("out", () -> CommandOutput.start(List.of("sh", "-c", "printf hello")));
        assertThat(fixture.text(summary, "out")).isEqualTo("hello");
    }

    @Test
    void a_command_that_fails_after_some_output_gives_no_snapshot() throws IOException {
        assertThatThrownBy(() -> backup("out", () -> CommandOutput.start(List.of("sh", "-c", "printf hello; exit 7"))))
                .hasMessage("the command sh failed with exit code 7");
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }

    @Test
    void a_command_that_fails_without_output_gives_no_snapshot() throws IOException {
        assertThatThrownBy(() -> backup("out", () -> CommandOutput.start(List.of("false"))))
                .hasMessage("the command false failed with exit code 1");
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }

    @Test
    void waiting_for_a_silent_stream_can_be_interrupted() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                PipedInputStream source = new PipedInputStream(silent)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> backup("out", () -> source)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
