package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** One change of a Secret before it is used; the Secret itself stays as it is. */
@ApiType
public record SecretTransform(
        @JsonPropertyDescription("Gives a key another name.") @Nullable
        RenameKey renameKey,

        @JsonPropertyDescription("Adds a key.") @Nullable AddKey addKey,

        @JsonPropertyDescription("Adds all keys of another Secret.") @Nullable
        AddKeysFrom addKeysFrom,

        @JsonPropertyDescription("Leaves out a key.") @Nullable
        RemoveKey removeKey) {}
