package dev.coffer.operator.controller.pod;

import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.LocalBackend;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The volumes of the operator in a pod, and where containers mount them. */
public final class WorkVolumes {

    /** Of the target's claim in jobs, and where it is mounted if the target does not say. */
    public static final String CLAIM = "stash-volume";

    public static final String CLAIM_PATH = "/stash-data";

    private static final String TEMP = "stash-tmp-dir";
    private static final String TEMP_PATH = "/stash-tmp";
    private static final String INTERIM = "stash-interim-volume";
    private static final String INTERIM_PATH = "/stash-interim-volume";
    private static final String REPOSITORY = "coffer-repository";
    private static final String POD_INFO = "coffer-podinfo";
    private static final String POD_INFO_PATH = "/coffer-podinfo";

    private WorkVolumes() {}

    /** The folder for temporary files, with the cache of the repository. */
    public static MountedVolume temp(@Nullable TempDir settings) {
        EmptyDirVolumeSource source = settings == null
                ? new EmptyDirVolumeSource()
                : new EmptyDirVolumeSource(settings.medium(), settings.sizeLimit());
        return new MountedVolume(
                new VolumeBuilder().withName(TEMP).withEmptyDir(source).build(), mount(TEMP, TEMP_PATH));
    }

    /** The volume of a repository that is on one. */
    public static Optional<MountedVolume> repository(Backend backend) {
        return Optional.ofNullable(backend.local()).map(WorkVolumes::repository);
    }

    private static MountedVolume repository(LocalBackend local) {
        VolumeMount mount = new VolumeMountBuilder(mount(REPOSITORY, local.getMountPath()))
                .withSubPath(local.getSubPath())
                .build();
        return new MountedVolume(local.toVolume(REPOSITORY), mount);
    }

    /** The volume for data that tasks keep on its way. */
    public static MountedVolume interim(String claim) {
        Volume volume = new VolumeBuilder()
                .withName(INTERIM)
                .withNewPersistentVolumeClaim()
                .withClaimName(claim)
                .endPersistentVolumeClaim()
                .build();
        return new MountedVolume(volume, mount(INTERIM, INTERIM_PATH));
    }

    /** The annotations of the pod as a file, by which a sidecar learns whose turn it is. */
    public static MountedVolume podInfo() {
        Volume volume = new VolumeBuilder()
                .withName(POD_INFO)
                .withNewDownwardAPI()
                .addNewItem()
                .withPath("annotations")
                .withNewFieldRef()
                .withFieldPath("metadata.annotations")
                .endFieldRef()
                .endItem()
                .endDownwardAPI()
                .build();
        return new MountedVolume(volume, mount(POD_INFO, POD_INFO_PATH));
    }

    /** Whether a volume of that name belongs to the operator. */
    public static boolean isOwn(String volume) {
        return List.of(TEMP, REPOSITORY, POD_INFO).contains(volume);
    }

    private static VolumeMount mount(String volume, String path) {
        return new VolumeMountBuilder().withName(volume).withMountPath(path).build();
    }
}
