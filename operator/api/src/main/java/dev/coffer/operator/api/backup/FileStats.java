package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** How many files a snapshot has. */
@ApiType
public record FileStats(
        @JsonPropertyDescription("Number of files.") @Nullable
        Long totalFiles,

        @JsonPropertyDescription("Number of files that the snapshot before did not have.") @Nullable
        Long newFiles,

        @JsonPropertyDescription("Number of files that have changed since the snapshot before.") @Nullable
        Long modifiedFiles,

        @JsonPropertyDescription("Number of files that have not changed since the snapshot before.") @Nullable
        Long unmodifiedFiles) {}
