package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.ForwardingBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final ObjectId PACK_1 = ObjectId.of(new byte[] {1});
    private static final ObjectId PACK_2 = ObjectId.of(new byte[] {2});

    /** Has each pack ready after one more report. */
    private static final class Archive extends ForwardingBackend {

        final List<Handle> asked = new ArrayList<>();

        Archive() {
            super(new MemoryBackend());
        }

        @Override
        public void warmUp(Iterable<Handle> handles, IntConsumer waiting) {
            handles.forEach(asked::add);
            for (int left = asked.size(); left > 0; left--) {
                waiting.accept(left);
            }
        }
    }

    private final List<ProgressEvent> events = new ArrayList<>();

    @Test
    void asks_for_every_pack() throws IOException {
        Archive archive = new Archive();
        new WarmUp(List.of(PACK_1, PACK_2), events::add).run(archive);
        assertThat(archive.asked)
                .containsExactly(
                        Handle.of(FileType.PACK, PACK_1.toString()), Handle.of(FileType.PACK, PACK_2.toString()));
    }

    @Test
    void tells_once_what_it_waits_for_and_then_how_it_goes() throws IOException {
        new WarmUp(List.of(PACK_1, PACK_2), events::add).run(new Archive());
        assertThat(events).hasSize(3);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        ProgressEvent.Notice.class,
                        notice -> assertThat(notice.message()).startsWith("2 of 2 packs are in an archive"));
        assertThat(events.subList(1, 3))
                .containsExactly(
                        new ProgressEvent.Step("packs ready", 0, 2), new ProgressEvent.Step("packs ready", 1, 2));
    }

    @Test
    void tells_nothing_if_there_is_nothing_to_wait_for() throws IOException {
        new WarmUp(List.of(PACK_1), events::add).run(new MemoryBackend());
        assertThat(events).isEmpty();
    }
}
