package dev.coffer.operator.api.app;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** How an application is reached. */
@ApiType
public record ClientConfig(
        @JsonPropertyDescription("URL of the application, if there is no service.") @Nullable
        String url,

        @JsonPropertyDescription("Service of the application.") @Nullable
        ServiceReference service,

        @JsonPropertyDescription("Whether any certificate of the application is accepted.") @Nullable
        Boolean insecureSkipTLSVerify,

        @Base64 @JsonPropertyDescription("Certificates that the application's must be signed by, as PEM.") @Nullable
        String caBundle,

        @JsonPropertyDescription("Name that the certificate of the application must have.") @Nullable
        String serverName) {}
