package dev.coffer.backend.azure;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.azure.AzureBackend.UploadLimits;
import java.io.IOException;
import java.util.Set;

/**
 * Opens repositories in Azure Blob Storage. Options: {@code azure.connections} (requests at the same time, 5 unless given),
 * {@code azure.access-tier} (of new blobs), and {@code azure.endpoint} (the address of the account's blobs, for emulators and
 * clouds that name their hosts differently).
 */
public final class AzureProvider implements BackendProvider {

    @Override
    public Set<String> schemes() {
        return Set.of("azure");
    }

    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        AzureContainer container = AzureContainer.connect(location, options);
        try {
            container.create();
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
        return container.backend(UploadLimits.STANDARD);
    }

    /** Makes no request: to ask for a container takes a permission that working with its blobs does not need. */
    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return AzureContainer.connect(location, options).backend(UploadLimits.STANDARD);
    }
}
