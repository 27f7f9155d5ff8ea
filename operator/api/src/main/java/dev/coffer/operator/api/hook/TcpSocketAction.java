package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.IntOrString;
import org.jspecify.annotations.Nullable;

/** A connection to open; it is a success if it opens. */
@ApiType
public record TcpSocketAction(
        @Required @JsonPropertyDescription("Number of the port, or its name in the container.")
        IntOrString port,

        @JsonPropertyDescription("Host to connect to; the pod if absent.") @Nullable
        String host) {}
