package dev.coffer.backend.azure;

import com.azure.core.credential.AzureSasCredential;
import com.azure.core.http.policy.AzureSasCredentialPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.StorageSharedKeyCredentialPolicy;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.util.Base64;
import java.util.Optional;

/**
 * How requests say who asks: by a signature with the account's key, by a signature that somebody else has made (SAS), or by a
 * token of an identity.
 */
final class AzureCredentials {

    private AzureCredentials() {}

    static HttpPipelinePolicy of(BackendOptions options, AzureAccount account) throws BackendException {
        Optional<String> key = options.variable("AZURE_ACCOUNT_KEY");
        if (key.isPresent()) {
            return key(account, key.get());
        }
        Optional<String> sas = options.variable("AZURE_ACCOUNT_SAS");
        if (sas.isPresent()) {
            return new AzureSasCredentialPolicy(new AzureSasCredential(sas.get().replaceFirst("^\\?", "")), false);
        }
        return new TokenPolicy(AzureIdentity.of(options));
    }

    private static HttpPipelinePolicy key(AzureAccount account, String key) throws BackendException {
        try {
            Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException _) {
            throw new BackendException.Denied(
                    "AZURE_ACCOUNT_KEY is not a key of an account: it should be Base64", null);
        }
        return new StorageSharedKeyCredentialPolicy(new StorageSharedKeyCredential(account.name(), key));
    }
}
