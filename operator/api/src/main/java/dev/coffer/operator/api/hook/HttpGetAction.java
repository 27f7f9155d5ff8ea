package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GET request; any answer from 200 to 399 is a success. */
@ApiType
public record HttpGetAction(
        @JsonPropertyDescription("Path and query of the request.") @Nullable
        String path,

        @Required @JsonPropertyDescription("Number of the port, or its name in the container.")
        IntOrString port,

        @JsonPropertyDescription("Host to ask; the pod if absent.") @Nullable
        String host,

        @JsonPropertyDescription("HTTP or HTTPS; HTTP if absent.") @Nullable
        String scheme,

        @JsonPropertyDescription("Headers of the request.") List<HttpHeader> httpHeaders) {

    public HttpGetAction {
        httpHeaders = Absent.orEmpty(httpHeaders);
    }
}
