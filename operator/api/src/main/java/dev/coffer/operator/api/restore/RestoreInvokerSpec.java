package dev.coffer.operator.api.restore;

import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.hook.RestoreHooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What RestoreSession and RestoreBatch have in common. */
public sealed interface RestoreInvokerSpec permits RestoreSessionSpec, RestoreBatchSpec {

    @Nullable
    RepositoryRef repository();

    @Nullable
    Driver driver();

    @Nullable
    String timeOut();

    /** What is restored, in order: one for a RestoreSession. */
    List<RestoreMember> members();

    /** What is done before the first and after the last member; null for a RestoreSession, whose hooks are its member's. */
    @Nullable
    RestoreHooks globalHooks();

    /** The driver, or the default where an API server has not filled it in. */
    default Driver effectiveDriver() {
        Driver driver = driver();
        return driver == null ? Driver.RESTIC : driver;
    }
}
