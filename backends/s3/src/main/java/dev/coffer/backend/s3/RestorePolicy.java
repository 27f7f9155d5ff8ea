package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import java.time.Duration;
import java.util.Set;

/**
 * How objects are brought back from an archive.
 *
 * @param days how long they stay readable
 * @param timeout how long to wait for one
 * @param tier how fast, and at what price, the store is to be
 */
record RestorePolicy(int days, Duration timeout, String tier) {

    private static final Set<String> TIERS = Set.of("Standard", "Bulk", "Expedited");

    static RestorePolicy of(OptionReader reader) throws BackendException.Rejected {
        String tier = reader.text("restore-tier").orElse("Standard");
        if (!TIERS.contains(tier)) {
            throw reader.wrong("restore-tier", "Standard, Bulk or Expedited", tier);
        }
        return new RestorePolicy(
                reader.number("restore-days", 7), reader.duration("restore-timeout", Duration.ofHours(24)), tier);
    }
}
