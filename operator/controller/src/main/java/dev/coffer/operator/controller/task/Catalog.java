package dev.coffer.operator.controller.task;

import dev.coffer.operator.api.Param;
import dev.coffer.operator.api.task.Function;
import dev.coffer.operator.api.task.FunctionRef;
import dev.coffer.operator.api.task.FunctionSpec;
import dev.coffer.operator.api.task.Task;
import dev.coffer.operator.api.task.TaskSpec;
import dev.coffer.operator.controller.pod.WorkVolumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.stream.Stream;

/** The Functions and Tasks that the operator brings along. Their names are those of Stash, which manifests refer to. */
public final class Catalog {

    /** The Task, and its first Function, that backs up a claim. */
    public static final String PVC_BACKUP = "pvc-backup";

    /** The Task, and its first Function, that restores into a claim. */
    public static final String PVC_RESTORE = "pvc-restore";

    private static final String UPDATE_STATUS = "update-status";
    private static final String OUTPUT = "/stash-tmp/output";

    /** Flags that all Functions have. */
    private static final List<String> COMMON = List.of(
            "--namespace=${NAMESPACE:=default}",
            "--backupsession=${BACKUP_SESSION:=}",
            "--invoker-kind=${INVOKER_KIND:=}",
            "--invoker-name=${INVOKER_NAME:=}",
            "--target-kind=${TARGET_KIND:=}",
            "--target-name=${TARGET_NAME:=}",
            "--target-namespace=${TARGET_NAMESPACE:=}",
            "--enable-cache=${ENABLE_CACHE:=true}",
            "--scratch-dir=/stash-tmp",
            "--output-dir=${outputDir:=}");

    private Catalog() {}

    /** All of them, with the image of the operator. */
    public static List<HasMetadata> objects(String image) {
        return List.of(
                function(UPDATE_STATUS, image, new FunctionParts(UPDATE_STATUS, false)),
                function(PVC_BACKUP, image, new FunctionParts("backup-pvc", true)),
                function(PVC_RESTORE, image, new FunctionParts("restore-pvc", true)),
                task(PVC_BACKUP),
                task(PVC_RESTORE));
    }

    private record FunctionParts(String command, boolean mountsTarget) {}

    private static Function function(String name, String image, FunctionParts parts) {
        Function function = new Function();
        function.setMetadata(new ObjectMetaBuilder().withName(name).build());
        function.setSpec(new FunctionSpec(
                image,
                List.of(),
                Stream.concat(Stream.of(parts.command()), COMMON.stream()).toList(),
                null,
                List.of(),
                parts.mountsTarget()
                        ? List.of(new VolumeMountBuilder()
                                .withName("${targetVolume}")
                                .withMountPath("${TARGET_MOUNT_PATH}")
                                .build())
                        : List.of(),
                List.of(),
                null,
                null));
        return function;
    }

    private static Task task(String name) {
        Param output = new Param("outputDir", OUTPUT);
        Task task = new Task();
        task.setMetadata(new ObjectMetaBuilder().withName(name).build());
        task.setSpec(new TaskSpec(
                List.of(
                        new FunctionRef(name, List.of(output, new Param("targetVolume", WorkVolumes.CLAIM))),
                        new FunctionRef(UPDATE_STATUS, List.of(output))),
                List.of(new VolumeBuilder()
                        .withName(WorkVolumes.CLAIM)
                        .withNewPersistentVolumeClaim()
                        .withClaimName("${TARGET_NAME}")
                        .endPersistentVolumeClaim()
                        .build())));
        return task;
    }
}
