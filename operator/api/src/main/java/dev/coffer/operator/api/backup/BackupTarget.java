package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.UnreadableFilesPolicy;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is backed up. */
@ApiType
public record BackupTarget(
        @JsonPropertyDescription("Begins the names of the target's hosts in the repository; different for each target.")
        @Nullable
        String alias,

        @JsonPropertyDescription("Object to back up.") @Nullable
        TargetRef ref,

        @JsonPropertyDescription("Files and folders to back up; each gives a snapshot of its own.")
        List<String> paths,

        @JsonPropertyDescription("Where the volumes are mounted.")
        List<VolumeMount> volumeMounts,

        @JsonPropertyDescription("Patterns of files to leave out.")
        List<String> exclude,

        @JsonPropertyDescription("Arguments to add to the backup command.")
        List<String> args,

        @JsonPropertyDescription("Number of replicas whose volumes are snapshotted.") @Nullable
        Integer replicas,

        @JsonPropertyDescription("Class of volume snapshots.") @Nullable
        String snapshotClassName,

        @JsonPropertyDescription("What becomes of a backup that cannot read some files; Report if absent. Coffer only.")
        @Nullable
        UnreadableFilesPolicy unreadableFiles) {

    public BackupTarget {
        paths = Absent.orEmpty(paths);
        volumeMounts = Absent.orEmpty(volumeMounts);
        exclude = Absent.orEmpty(exclude);
        args = Absent.orEmpty(args);
    }
}
