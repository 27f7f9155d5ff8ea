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
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Functions and Tasks that the operator brings along. Their names are those of Stash, which manifests refer to.
 *
 * <p>Stash's Tasks for claims have update-status as a second step. These do without: it would take as long to start as the first one.
 * Other Tasks may combine the Functions as they do with Stash.
 */
public final class Catalog {

    /** The Task, and its Function, that backs up a claim. */
    public static final String PVC_BACKUP = "pvc-backup";

    /** The Task, and its Function, that restores into a claim. */
    public static final String PVC_RESTORE = "pvc-restore";

    private static final String UPDATE_STATUS = "update-status";

    private static final List<VolumeMount> TARGET_VOLUME = List.of(new VolumeMountBuilder()
            .withName("${targetVolume}")
            .withMountPath("${TARGET_MOUNT_PATH}")
            .build());

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

    /** A flag of Functions that may be the last of a Task. */
    private static final String REPORT = "--report=${report:=false}";

    private Catalog() {}

    /** All of them, with the image of the operator. */
    public static List<HasMetadata> objects(String image) {
        return List.of(
                function(UPDATE_STATUS, image, arguments(UPDATE_STATUS), List.of()),
                function(PVC_BACKUP, image, arguments("backup-pvc", REPORT), TARGET_VOLUME),
                function(PVC_RESTORE, image, arguments("restore-pvc", REPORT), TARGET_VOLUME),
                task(PVC_BACKUP),
                task(PVC_RESTORE));
    }

    private static List<String> arguments(String command, String... others) {
        return Stream.concat(Stream.concat(Stream.of(command), COMMON.stream()), Stream.of(others))
                .toList();
    }

    private static Function function(String name, String image, List<String> arguments, List<VolumeMount> mounts) {
        Function function = new Function();
        function.setMetadata(new ObjectMetaBuilder().withName(name).build());
        function.setSpec(new FunctionSpec(image, List.of(), arguments, null, List.of(), mounts, List.of(), null, null));
        return function;
    }

    private static Task task(String name) {
        Task task = new Task();
        task.setMetadata(new ObjectMetaBuilder().withName(name).build());
        task.setSpec(new TaskSpec(
                List.of(new FunctionRef(
                        name, List.of(new Param("report", "true"), new Param("targetVolume", WorkVolumes.CLAIM)))),
                List.of(new VolumeBuilder()
                        .withName(WorkVolumes.CLAIM)
                        .withNewPersistentVolumeClaim()
                        .withClaimName("${TARGET_NAME}")
                        .endPersistentVolumeClaim()
                        .build())));
        return task;
    }
}
