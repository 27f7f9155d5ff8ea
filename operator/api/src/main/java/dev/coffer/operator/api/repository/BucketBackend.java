package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A bucket of Google Cloud Storage or Backblaze B2. */
@ApiType
public record BucketBackend(
        @Required @JsonPropertyDescription("Name of the bucket.")
        String bucket,

        @JsonPropertyDescription("Folder in the bucket.") @Nullable
        String prefix,

        @JsonPropertyDescription("Most connections at a time; 5 if absent or 0.") @Nullable
        Long maxConnections) {}
