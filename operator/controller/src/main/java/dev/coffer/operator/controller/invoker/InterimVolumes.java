package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.TemplateMetadata;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.pod.MountedVolume;
import dev.coffer.operator.controller.pod.WorkVolumes;
import dev.coffer.operator.controller.task.InvalidTaskException;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the claims for data that tasks keep on its way, such as dumps of databases. They go with what they are made for. */
final class InterimVolumes {

    private final KubernetesClient client;
    private final ClusterObjects objects;

    InterimVolumes(KubernetesClient client, ClusterObjects objects) {
        this.client = client;
        this.objects = objects;
    }

    /**
     * Makes the claim, unless it is there, and returns the volume.
     *
     * @param origin whose owner the claim goes with
     * @throws InvalidTaskException if somebody else has a claim of that name
     */
    MountedVolume ensure(VolumeClaimTemplate template, Jobs.Origin origin) throws InvalidTaskException {
        PersistentVolumeClaim claim = claim(template, origin);
        PersistentVolumeClaim present = client.resource(claim).get();
        if (present == null) {
            objects.createIfAbsent(claim);
        } else if (!isOwned(present, origin.owner())) {
            throw new InvalidTaskException("PersistentVolumeClaim "
                    + claim.getMetadata().getName()
                    + " exists already and belongs to somebody else; give interimVolumeTemplate another name");
        }
        return WorkVolumes.interim(claim.getMetadata().getName());
    }

    private static PersistentVolumeClaim claim(VolumeClaimTemplate template, Jobs.Origin origin) {
        Optional<TemplateMetadata> metadata = Optional.ofNullable(template.metadata());
        String name = metadata.map(TemplateMetadata::name).orElse("interim");
        Map<String, String> labels =
                new HashMap<>(metadata.map(TemplateMetadata::labels).orElse(Map.of()));
        labels.putAll(origin.labels());
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(ObjectNames.interimVolume(origin.owner().getName(), name))
                .withNamespace(origin.namespace())
                .withLabels(labels)
                .withAnnotations(metadata.map(TemplateMetadata::annotations).orElse(Map.of()))
                .withOwnerReferences(origin.owner())
                .endMetadata()
                .withSpec(template.spec())
                .build();
    }

    private static boolean isOwned(PersistentVolumeClaim claim, OwnerReference owner) {
        return claim.getMetadata().getOwnerReferences().stream()
                .anyMatch(reference -> owner.getUid().equals(reference.getUid()));
    }
}
