package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RepositoryPoolTest {

    private static final int MANY = 200;

    private final MemoryRepositories repositories = new MemoryRepositories();
    private final List<Backend> opened = new ArrayList<>();
    private final List<Backend> closed = new ArrayList<>();
    private final RepositoryPool pool = new RepositoryPool(repositories, OptionalLong.empty());

    RepositoryPoolTest() {
        repositories.putInFront(store -> {
            Backend watched = new ForwardingBackend(store) {
                @Override
                public void close() {
                    closed.add(this);
                }
            };
            opened.add(watched);
            return watched;
        });
    }

    private void use(String folder) throws IOException {
        repositories.at(folder);
        pool.use(List.of(folder), _ -> {});
    }

    @Test
    void a_repository_in_frequent_use_is_opened_once() throws IOException {
        for (int i = 0; i < MANY; i++) {
            use("alice");
            use("other" + i);
        }
        assertThat(opened).hasSize(MANY + 1);
    }

    @Test
    void not_all_that_were_ever_used_stay_open() throws IOException {
        for (int i = 0; i < MANY; i++) {
            use("other" + i);
        }
        assertThat(opened.size() - closed.size()).isEqualTo(64);
    }

    @Test
    void what_is_in_use_is_not_closed() throws IOException {
        repositories.at("alice");
        pool.use(List.of("alice"), _ -> {
            for (int i = 0; i < MANY; i++) {
                use("other" + i);
            }
            assertThat(closed).doesNotContain(opened.getFirst());
        });
    }

    @Test
    void in_the_end_all_are_closed() throws IOException {
        use("alice");
        use("bob");
        pool.close();

        assertThat(closed).containsExactlyInAnyOrderElementsOf(opened);
    }
}
