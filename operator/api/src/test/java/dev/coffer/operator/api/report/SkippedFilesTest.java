package dev.coffer.operator.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkippedFilesTest {

    @Test
    void only_the_first_files_are_named_however_many_there_are() {
        SkippedFiles skipped = new SkippedFiles(
                1_000L,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new SkippedFile("/data/" + i, "Permission denied"))
                        .toList());
        assertThat(skipped.files())
                .hasSize(SkippedFiles.MOST_NAMED)
                .startsWith(new SkippedFile("/data/0", "Permission denied"));
        assertThat(skipped.total()).isEqualTo(1_000);
    }
}
