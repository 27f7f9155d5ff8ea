package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** The temporary volume of a backup or restore, which holds the cache of the repository too. */
@ApiType
public record TempDir(
        @JsonPropertyDescription("Memory for a volume in memory; empty for the disk of the node.") @Nullable
        String medium,

        @JsonPropertyDescription("Most that the volume may hold.") @Nullable
        Quantity sizeLimit,

        @JsonPropertyDescription("Whether to do without a cache of the repository.") @Nullable
        Boolean disableCaching) {}
