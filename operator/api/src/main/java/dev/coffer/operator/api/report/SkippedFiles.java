package dev.coffer.operator.api.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that could not be read or restored: all are counted, the first {@value #MOST_NAMED} are named. */
@ApiType
public record SkippedFiles(
        @JsonPropertyDescription("Number of files that were skipped.") @Nullable
        Long total,

        @JsonPropertyDescription("The first of them.") List<SkippedFile> files) {

    /** Objects must stay small, however many files cannot be read. */
    public static final int MOST_NAMED = 20;

    public SkippedFiles {
        files = Absent.orEmpty(files).stream().limit(MOST_NAMED).toList();
    }

    /** How many, in words: {@code 1 file}, {@code 12 files}. */
    public String inWords() {
        long count = total == null ? files.size() : total;
        return count == 1 ? "1 file" : count + " files";
    }
}
