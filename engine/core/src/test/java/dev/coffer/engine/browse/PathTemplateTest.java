package dev.coffer.engine.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    private static final StoredSnapshot SNAPSHOT = new StoredSnapshot(
            new ObjectId(0x0123_4567_89AB_CDEFL, 0, 0, 0),
            Snapshot.builder(OffsetDateTime.parse("2026-01-02T03:04:05Z"), new ObjectId(0, 0, 0, 0))
                    .hostname("web1")
                    .username("ann")
                    .tags(List.of("daily", "db"))
                    .build());

    private static List<List<String>> paths(String template) throws BadRequest {
        return PathTemplate.parse(template).paths(SNAPSHOT, new TimeLayout("15h04"));
    }

    @Test
    void each_letter_stands_for_something() throws BadRequest {
        assertThat(paths("%h/%u-%i/at %T")).containsExactly(List.of("web1", "ann-01234567", "at 03h04"));
        assertThat(paths("%I")).containsExactly(List.of("0123456789abcdef" + "0".repeat(48)));
    }

    @Test
    void there_is_a_path_for_each_tag() throws BadRequest {
        assertThat(paths("t/%t/%h")).containsExactly(List.of("t", "daily", "web1"), List.of("t", "db", "web1"));
    }

    @Test
    void names_without_anything_in_them_are_left_out() throws BadRequest {
        assertThat(paths("/a//%h/")).containsExactly(List.of("a", "web1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%x", "hosts/%", "%%%"})
    void unknown_letters_are_refused(String template) {
        assertThatThrownBy(() -> PathTemplate.parse(template)).isInstanceOf(BadRequest.class);
    }
}
