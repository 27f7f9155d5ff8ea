package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {

    private static final Metadata METADATA = new Metadata(0, 0, 0600, 0, 0, 0, 0, List.of());

    private final PlannedFile planned = new PlannedFile("/", "f", 2, Origin.NEW, 2, METADATA);
    private final OpenFiles open = new OpenFiles();
    private String path = "";

    @BeforeEach
    void name(@TempDir Path folder) {
        path = folder.resolve("f").toString();
    }

    private OpenFile create(PlannedFile file) throws IOException {
        return LocalFiles.host().create(path);
    }

    private static boolean usable(OpenFile file) {
        try {
            file.stat();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void a_file_in_use_is_closed_when_its_last_user_ends_although_another_gave_it_up() throws IOException {
        OpenFile file = open.acquire(planned, this::create);
        open.acquire(planned, this::create);
        open.release(planned);
        open.finish(planned);
        assertThat(usable(file)).isTrue();
        open.release(planned);
        assertThat(usable(file)).isFalse();
    }

    @Test
    void a_file_that_nobody_uses_is_closed_at_once() throws IOException {
        OpenFile file = open.acquire(planned, this::create);
        open.release(planned);
        open.finish(planned);
        assertThat(usable(file)).isFalse();
    }

    @Test
    void a_file_between_two_pieces_stays_open() throws IOException {
        List<OpenFile> files = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            files.add(open.acquire(planned, this::create));
            open.release(planned);
        }
        assertThat(files.getFirst()).isSameAs(files.getLast());
        open.close();
    }
}
