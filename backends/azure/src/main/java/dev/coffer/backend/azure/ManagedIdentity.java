package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens for the identity that Azure has given to this machine, pod, or service. The service that gives them is nearby: it is
 * never behind a proxy, and answers soon if it is there at all.
 */
final class ManagedIdentity implements TokenSource {

    private static final BackendOptions NEARBY =
            new BackendOptions(Map.of("http.stuck-request-timeout", "10000"), Map.of());

    private final HttpSettings settings;
    private final HttpCall call;

    private ManagedIdentity(HttpCall call) throws BackendException {
        this.settings = HttpSettings.of(NEARBY);
        this.call = call;
    }

    /** App Service and its relatives name their service in the environment; machines have it at a fixed address. */
    static ManagedIdentity of(BackendOptions options) throws BackendException {
        Optional<String> endpoint = options.variable("IDENTITY_ENDPOINT");
        Optional<String> header = options.variable("IDENTITY_HEADER");
        if (endpoint.isPresent() && header.isPresent()) {
            HttpCall call = call(endpoint.get(), "2019-08-01", options);
            return new ManagedIdentity(call.header("X-IDENTITY-HEADER", header.get()));
        }
        String host = options.variable("AZURE_POD_IDENTITY_AUTHORITY_HOST").orElse("http://169.254.169.254");
        String address = host.replaceFirst("/+$", "") + "/metadata/identity/oauth2/token";
        return new ManagedIdentity(call(address, "2018-02-01", options).header("Metadata", "true"));
    }

    private static HttpCall call(String address, String version, BackendOptions options) throws BackendException {
        Map<String, String> parameters =
                new HashMap<>(Map.of("resource", AzureIdentity.RESOURCE, "api-version", version));
        options.variable("AZURE_CLIENT_ID").ifPresent(client -> parameters.put("client_id", client));
        try {
            return HttpCall.get(new URI(address + "?" + TokenRequest.form(parameters)));
        } catch (URISyntaxException e) {
            throw new BackendException.Rejected("the address of the service for identities is none: " + address, e);
        }
    }

    /** Whoever is not on a machine of Azure's does not get there by waiting. */
    @Override
    public AzureToken fetch() throws IOException {
        try {
            return TokenRequest.send(settings, call);
        } catch (BackendException.Transient e) {
            if (!isUnreachable(e)) {
                throw e;
            }
            throw new BackendException.Denied(
                    e.getMessage() + "; without AZURE_ACCOUNT_KEY, AZURE_ACCOUNT_SAS or an identity in the environment,"
                            + " this must be a machine of Azure's",
                    e);
        }
    }

    /** A service that has answered is there, and may only be busy; its answers have no cause. */
    private static boolean isUnreachable(BackendException.Transient failure) {
        return failure.getCause() instanceof IOException;
    }
}
