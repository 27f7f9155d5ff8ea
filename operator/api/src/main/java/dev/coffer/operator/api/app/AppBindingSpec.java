package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an application is reached, and with which credentials. */
@ApiType
public record AppBindingSpec(
        @JsonPropertyDescription("Kind of the application, such as postgres or kubedb.com/postgres.") @Nullable
        String type,

        @JsonPropertyDescription("Version of the application.") @Nullable
        String version,

        @JsonPropertyDescription("Object that manages the application.") @Nullable
        AppReference appRef,

        @Required @JsonPropertyDescription("How the application is reached.")
        ClientConfig clientConfig,

        @JsonPropertyDescription("Secret with the credentials.") @Nullable
        SecretReference secret,

        @JsonPropertyDescription("Changes of the Secret before it is used, in this order.")
        List<SecretTransform> secretTransforms,

        @JsonPropertyDescription("Secret with a client certificate.") @Nullable
        SecretReference tlsSecret,

        @JsonPropertyDescription("What tasks need beyond that: an object of any kind, such as StashAddon.") @Nullable
        GenericKubernetesResource parameters) {

    public AppBindingSpec {
        secretTransforms = Absent.orEmpty(secretTransforms);
    }
}
