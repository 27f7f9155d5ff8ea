package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of an object's metadata that a template may give. */
@ApiType
public record TemplateMetadata(
        @JsonPropertyDescription("Name of the object.") @Nullable
        String name,

        @JsonPropertyDescription("Beginning of a generated name, if there is no name.") @Nullable
        String generateName,

        @JsonPropertyDescription("Namespace of the object.") @Nullable
        String namespace,

        @JsonPropertyDescription("Labels of the object.") Map<String, String> labels,

        @JsonPropertyDescription("Annotations of the object.")
        Map<String, String> annotations,

        @JsonPropertyDescription("Owners of the object.") List<OwnerReference> ownerReferences) {

    public TemplateMetadata {
        labels = Absent.orEmpty(labels);
        annotations = Absent.orEmpty(annotations);
        ownerReferences = Absent.orEmpty(ownerReferences);
    }
}
