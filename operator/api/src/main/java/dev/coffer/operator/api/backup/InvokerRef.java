package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What a BackupSession is taken for. */
@ApiType
public record InvokerRef(
        @JsonPropertyDescription("API group of the BackupConfiguration or BackupBatch.") @Nullable
        String apiGroup,

        @Required @JsonPropertyDescription("BackupConfiguration or BackupBatch.")
        String kind,

        @Required @JsonPropertyDescription("Its name; it is in the same namespace.")
        String name) {}
