package dev.coffer.server;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.List;
import java.util.OptionalLong;

/**
 * What clients may do.
 *
 * @param appendOnly whether what is stored stays for ever; locks, which every backup takes and gives back, are excepted
 * @param privateRepositories whether a user gets only at repositories in the folder that has his name
 * @param maxSize of each repository, in bytes
 */
public record Rules(boolean appendOnly, boolean privateRepositories, OptionalLong maxSize) {

    /** Who may read metrics where repositories are private: they tell the names of all of them. */
    static final String METRICS_USER = "metrics";

    /** Everything is allowed. */
    public static final Rules NONE = new Rules(false, false, OptionalLong.empty());

    /** For clients, a repository of somebody else is the same as one that is not there for them. */
    void requireAccess(String user, List<String> folders) throws Refusal {
        if (privateRepositories && (folders.isEmpty() || !folders.getFirst().equals(user))) {
            throw Refusal.unauthorized();
        }
    }

    void requireRemovable(Handle handle) throws Refusal {
        if (appendOnly && handle.type() != FileType.LOCK) {
            throw Refusal.forbidden();
        }
    }

    void requireMetricsReader(String user) throws Refusal {
        if (privateRepositories && !user.equals(METRICS_USER)) {
            throw Refusal.unauthorized();
        }
    }
}
