package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A service of the cluster, as part of a URL. */
@ApiType
public record ServiceReference(
        @Required @JsonPropertyDescription("Scheme of the URL, such as http or mysql.")
        String scheme,

        @Required @JsonPropertyDescription("Name of the service.")
        String name,

        @JsonPropertyDescription("Namespace of the service; that of this object if absent.") @Nullable
        String namespace,

        @Required @JsonPropertyDescription("Port of the service.")
        Integer port,

        @JsonPropertyDescription("Path of the URL.") @Nullable
        String path,

        @JsonPropertyDescription("Query of the URL.") @Nullable
        String query) {}
