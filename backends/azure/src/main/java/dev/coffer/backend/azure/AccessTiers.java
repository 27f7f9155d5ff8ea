package dev.coffer.backend.azure;

import com.azure.storage.blob.models.AccessTier;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access tier of new blobs, by the option {@code azure.access-tier}. An archive is for data packs alone, as nothing can be
 * read from there at once.
 *
 * @param tier empty for the account's default
 */
record AccessTiers(Optional<AccessTier> tier) {

    private static final String OPTION = "azure.access-tier";
    private static final List<AccessTier> KNOWN =
            List.of(AccessTier.HOT, AccessTier.COOL, AccessTier.COLD, AccessTier.ARCHIVE);

    static AccessTiers of(BackendOptions options) throws BackendException.Rejected {
        String name = options.option(OPTION).map(String::strip).orElse("");
        if (name.isEmpty()) {
            return new AccessTiers(Optional.empty());
        }
        for (AccessTier tier : KNOWN) {
            if (tier.toString().equalsIgnoreCase(name)) {
                return new AccessTiers(Optional.of(tier));
            }
        }
        throw new BackendException.Rejected(
                "option " + OPTION + " must be hot, cool, cold or archive, not '" + name + "'", null);
    }

    /** The tier for a new file, or null for the account's default, as the SDK wants it. */
    @Nullable
    AccessTier of(Handle file) {
        boolean data = file.type() == FileType.PACK && !file.metadata();
        return tier.filter(wanted -> data || !wanted.equals(AccessTier.ARCHIVE)).orElse(null);
    }
}
