package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Names a Repository. */
@ApiType
public record RepositoryRef(
        @Required @JsonPropertyDescription("Name of the Repository.")
        String name,

        @JsonPropertyDescription("Namespace of the Repository; that of this object if absent.") @Nullable
        String namespace) {

    /** The namespace of the Repository, for an object that lives in {@code own}. */
    public String namespaceOr(String own) {
        return namespace == null || namespace.isEmpty() ? own : namespace;
    }
}
