package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import org.jspecify.annotations.Nullable;

/** Adds all keys of another Secret. */
@ApiType
public record AddKeysFrom(
        @JsonPropertyDescription("The other Secret.") @Nullable
        LocalObjectReference secretRef) {}
