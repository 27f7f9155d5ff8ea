package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.hook.RestoreHooks;
import io.fabric8.generator.annotation.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is restored together, and from which repository. */
@ApiType
public record RestoreBatchSpec(
        @JsonPropertyDescription("Repository to restore from.") @Nullable
        RepositoryRef repository,

        @Default("Restic") @JsonPropertyDescription("What has taken the backup.") @Nullable
        Driver driver,

        @JsonPropertyDescription("What to restore.") List<RestoreMember> members,

        @Default("Parallel") @JsonPropertyDescription("Parallel or Sequential.") @Nullable
        String executionOrder,

        @JsonPropertyDescription("What to do before the first and after the last member.") @Nullable
        RestoreHooks hooks,

        @JsonPropertyDescription("Most time that the restore may take, such as 2h.") @Nullable
        String timeOut)
        implements RestoreInvokerSpec {

    public RestoreBatchSpec {
        members = Absent.orEmpty(members);
    }

    @Override
    public @Nullable RestoreHooks globalHooks() {
        return hooks;
    }
}
