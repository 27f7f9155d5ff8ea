package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** What is done before and after a backup. */
@ApiType
public record BackupHooks(
        @JsonPropertyDescription("What to do before the backup; if it fails, there is no backup.") @Nullable
        Hook preBackup,

        @JsonPropertyDescription("What to do after the backup.") @Nullable
        PostBackupHook postBackup) {}
