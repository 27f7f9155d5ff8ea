package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** A snapshot that a backup has taken. */
@ApiType
public record SnapshotStats(
        @JsonPropertyDescription("The first eight digits of its id.") @Nullable
        String name,

        @JsonPropertyDescription("Path that was backed up.") @Nullable
        String path,

        @JsonPropertyDescription("Size of what was backed up, such as 3.408 MiB.") @Nullable
        String totalSize,

        @JsonPropertyDescription("Size of what had to be stored, such as 711 B.") @Nullable
        String uploaded,

        @JsonPropertyDescription("Time it took, such as 0:02.") @Nullable
        String processingTime,

        @JsonPropertyDescription("Number of files.") @Nullable
        FileStats fileStats) {}
