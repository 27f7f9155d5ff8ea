package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.client.Clients;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionQueueTest {

    private static final String WAITS = "{}";
    private static final String WORKS = """
            {"phase": "Running", "targets": [{"ref": {"kind": "Deployment", "name": "web"}}]}""";
    private static final String ENDED = """
            {"phase": "Succeeded", "targets": [{"ref": {"kind": "Deployment", "name": "web"}}]}""";

    private final SessionQueue queue = new SessionQueue(2);

    @Test
    void the_oldest_go_first() {
        BackupSession first = session("a", 1, WAITS);
        BackupSession second = session("b", 2, WAITS);
        BackupSession third = session("c", 3, WAITS);
        assertThat(queue.admits(first, Stream.of(third, second, first))).isTrue();
        assertThat(queue.admits(second, Stream.of(third, second, first))).isTrue();
        assertThat(queue.admits(third, Stream.of(third, second, first))).isFalse();
    }

    @Test
    void of_the_same_age_the_name_decides() {
        BackupSession first = session("a", 1, WAITS);
        BackupSession second = session("b", 1, WAITS);
        assertThat(new SessionQueue(1).admits(first, Stream.of(first, second))).isTrue();
        assertThat(new SessionQueue(1).admits(second, Stream.of(first, second))).isFalse();
    }

    @Test
    void who_is_at_work_stays_so_even_if_older_ones_wait() {
        BackupSession waiting = session("a", 1, WAITS);
        BackupSession working = session("b", 2, WORKS);
        BackupSession another = session("c", 3, WORKS);
        assertThat(queue.admits(working, Stream.of(waiting, working, another))).isTrue();
        assertThat(queue.admits(waiting, Stream.of(waiting, working, another))).isFalse();
    }

    @Test
    void who_has_ended_makes_room() {
        BackupSession ended = session("a", 1, ENDED);
        BackupSession working = session("b", 2, WORKS);
        BackupSession waiting = session("c", 3, WAITS);
        assertThat(queue.admits(waiting, Stream.of(ended, working, waiting))).isTrue();
    }

    @Test
    void when_there_is_room_it_is_the_turn_of_the_oldest_that_waits() {
        BackupSession ended = session("a", 1, ENDED);
        BackupSession working = session("d", 4, WORKS);
        BackupSession older = session("b", 2, WAITS);
        BackupSession newer = session("c", 3, WAITS);
        assertThat(queue.next(Stream.of(newer, ended, older, working))).contains(older);
    }

    @Test
    void when_there_is_no_room_it_is_nobodys_turn() {
        BackupSession working = session("b", 2, WORKS);
        BackupSession another = session("c", 3, WORKS);
        assertThat(queue.next(Stream.of(session("a", 1, WAITS), working, another)))
                .isEmpty();
    }

    private static BackupSession session(String name, int minute, String status) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupSession",
                 "metadata": {"name": "%s", "namespace": "demo", "creationTimestamp": "2026-03-01T06:0%d:00Z"},
                 "spec": {"invoker": {"kind": "BackupConfiguration", "name": "backup"}},
                 "status": %s}""".formatted(name, minute, status), BackupSession.class);
    }
}
