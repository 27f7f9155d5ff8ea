package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A bucket of S3, or of a server that is compatible with it. */
@ApiType
public record S3Backend(
        @Required @JsonPropertyDescription("Host or URL of the server, such as s3.amazonaws.com or https://minio:9000.")
        String endpoint,

        @Required @JsonPropertyDescription("Name of the bucket.")
        String bucket,

        @JsonPropertyDescription("Folder in the bucket.") @Nullable
        String prefix,

        @JsonPropertyDescription("Region of the bucket.") @Nullable
        String region,

        @JsonPropertyDescription("Whether any certificate of the server is accepted.") @Nullable
        Boolean insecureTLS) {}
