package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** What one backup is taken for. */
@ApiType
public record BackupSessionSpec(
        @JsonPropertyDescription("What to take a backup for.") @Nullable
        InvokerRef invoker,

        @JsonPropertyDescription("How often the backup is tried again if it fails.") @Nullable
        Integer retryLeft) {}
