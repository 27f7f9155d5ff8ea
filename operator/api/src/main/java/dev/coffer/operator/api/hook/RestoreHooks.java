package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** What is done before and after a restore. */
@ApiType
public record RestoreHooks(
        @JsonPropertyDescription("What to do before the restore; if it fails, there is no restore.") @Nullable
        Hook preRestore,

        @JsonPropertyDescription("What to do after the restore.") @Nullable
        PostRestoreHook postRestore) {}
