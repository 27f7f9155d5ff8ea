package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Tokens for an application, from the directory (Entra ID) that it is registered in.
 *
 * @param authority address of the service
 * @param tenant the directory
 * @param client the application
 */
record EntraToken(HttpSettings settings, String authority, String tenant, String client, ClientProof proof)
        implements TokenSource {

    @Override
    public AzureToken fetch() throws IOException {
        Map<String, String> form = new HashMap<>(proof.parameters());
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("scope", AzureIdentity.RESOURCE + ".default");
        HttpCall call = HttpCall.post(
                        address(), Content.of(TokenRequest.form(form).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return TokenRequest.send(settings, call);
    }

    private URI address() throws BackendException.Rejected {
        try {
            return URI.create(authority.replaceFirst("/+$", "") + "/" + tenant + "/oauth2/v2.0/token");
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected(
                    "AZURE_AUTHORITY_HOST and AZURE_TENANT_ID make no address: " + e.getMessage(), e);
        }
    }
}
