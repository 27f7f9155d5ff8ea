package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.HttpSettings;
import java.util.Optional;

/**
 * Finds out whose tokens to ask for. The first of these counts: the user of Azure's command line if
 * {@code AZURE_FORCE_CLI_CREDENTIAL} says so, an application with a secret, a workload of a cluster that Azure trusts, and the
 * managed identity of this machine or service.
 */
final class AzureIdentity {

    /** What tokens are for: the storage in every cloud of Azure's. */
    static final String RESOURCE = "https://storage.azure.com/";

    private AzureIdentity() {}

    static TokenSource of(BackendOptions options) throws BackendException {
        if (options.variable("AZURE_FORCE_CLI_CREDENTIAL")
                .filter(AzureIdentity::isTrue)
                .isPresent()) {
            return new CommandLineToken();
        }
        Optional<String> tenant = options.variable("AZURE_TENANT_ID");
        Optional<String> client = options.variable("AZURE_CLIENT_ID");
        Optional<ClientProof> proof = ClientProof.of(options);
        if (tenant.isPresent() && client.isPresent() && proof.isPresent()) {
            String authority = options.variable("AZURE_AUTHORITY_HOST").orElse("https://login.microsoftonline.com/");
            return new EntraToken(HttpSettings.of(options), authority, tenant.get(), client.get(), proof.get());
        }
        return ManagedIdentity.of(options);
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("t") || value.equals("1");
    }
}
