package dev.coffer.backend.azure;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.AddDatePolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.BlobServiceVersion;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.azure.AzureBackend.UploadLimits;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpSettings;
import java.io.Closeable;
import java.io.IOException;

/**
 * The container that holds a repository.
 *
 * @param http what it is reached by, and closed with it
 */
record AzureContainer(Http http, BlobContainerClient client, AzureLocation location, AccessTiers tiers, int connections)
        implements Closeable {

    private static final int PREFERRED_CONNECTIONS = 5;

    /** Has all we need, and private clouds and emulators know it too. */
    private static final BlobServiceVersion VERSION = BlobServiceVersion.V2021_12_02;

    /** Makes no request. */
    static AzureContainer connect(BackendLocation location, BackendOptions options) throws BackendException {
        AzureLocation place = AzureLocation.parse(location);
        AzureAccount account = AzureAccount.of(options);
        AccessTiers tiers = AccessTiers.of(options);
        int connections = options.connections("azure", PREFERRED_CONNECTIONS);
        HttpSettings settings = HttpSettings.of(options);
        HttpPipelinePolicy authorization = AzureCredentials.of(options, account);
        Http http = Http.of(settings);
        return new AzureContainer(http, client(account, place, authorization, http), place, tiers, connections);
    }

    private static BlobContainerClient client(
            AzureAccount account, AzureLocation place, HttpPipelinePolicy authorization, Http http) {
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(new SdkTransport(http))
                .policies(new AddDatePolicy(), authorization)
                .build();
        return new BlobContainerClientBuilder()
                .endpoint(account.endpoint())
                .containerName(place.container())
                .serviceVersion(VERSION)
                .pipeline(pipeline)
                .buildClient();
    }

    /**
     * Creates it if there is none. Whoever may not ask whether it is there is taken to know that it is: many signatures are
     * good for blobs alone.
     */
    void create() throws IOException {
        try {
            SdkCall.run(
                    "find container " + location.container(),
                    () -> client.getPropertiesWithResponse(null, null, Context.NONE));
        } catch (BackendException.Denied _) {
            // requests for blobs will tell
        } catch (BackendException.Missing _) {
            SdkCall.run(
                    "create container " + location.container(),
                    () -> client.createWithResponse(null, null, null, Context.NONE));
        }
    }

    AzureBackend backend(UploadLimits limits) {
        return new AzureBackend(http, client, location, tiers, limits, connections);
    }

    @Override
    public void close() {
        http.close();
    }
}
