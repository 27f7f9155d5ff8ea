package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.runtime.ContainerRuntimeSettings;
import dev.coffer.operator.api.runtime.RuntimeSettings;
import dev.coffer.operator.controller.pod.ContainerSettings;
import dev.coffer.operator.controller.pod.PodSettings;
import dev.coffer.operator.controller.registry.Recipient;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes jobs. They are tried once: another try is another session, by the invoker's own rules. */
public final class Jobs {

    private static final long NOBODY = 65535;

    private static final List<String> OWN_LABELS = List.of(ApiGroup.STASH + "/", Labels.MANAGED_BY, Labels.COMPONENT);

    private Jobs() {}

    /** What jobs of one invoker have in common. */
    public record Origin(
            String namespace,
            Map<String, String> labels,
            OwnerReference owner,
            @Nullable RuntimeSettings settings) {

        public Origin {
            labels = Map.copyOf(labels);
        }

        /** The owner as one for which pods work. */
        public Recipient recipient() {
            return new Recipient(namespace, labels, owner);
        }
    }

    /** A job that backs up, as nobody unless the settings say otherwise. */
    public static Job backup(String name, PodSpec pod, JobAccount account, Origin origin) {
        return job(
                name,
                pod,
                account,
                origin,
                new PodSecurityContextBuilder().withRunAsUser(NOBODY).build());
    }

    /** A job that restores, as root unless the settings say otherwise: only root can give files to their owners. */
    public static Job restore(String name, PodSpec pod, JobAccount account, Origin origin) {
        PodSecurityContext root = new PodSecurityContextBuilder()
                .withRunAsUser(0L)
                .withRunAsGroup(0L)
                .build();
        return job(name, pod, account, origin, root);
    }

    /** A job that runs as somebody else, unless the settings say otherwise. */
    public static Job as(PodSecurityContext somebody, String name, PodSpec pod, JobAccount account, Origin origin) {
        return job(name, pod, account, origin, somebody);
    }

    private static Job job(
            String name, PodSpec pod, JobAccount account, Origin origin, PodSecurityContext securityContext) {
        PodTemplateSpec template = new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(podLabels(origin.labels()))
                .endMetadata()
                .withSpec(new PodSpecBuilder(withSettings(pod, origin.settings()))
                        .withServiceAccountName(account.name())
                        .withSecurityContext(securityContext)
                        .build())
                .build();
        RuntimeSettings settings = origin.settings();
        PodTemplateSpec configured = PodSettings.apply(template, settings == null ? null : settings.pod());
        return new JobBuilder()
                .withMetadata(metadata(name, origin))
                .withNewSpec()
                .withBackoffLimit(0)
                .withTemplate(account.pullSecrets().into(configured))
                .endSpec()
                .build();
    }

    /** Without labels that users have given to the invoker: a service of theirs must not take the pod for one of its own. */
    private static Map<String, String> podLabels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> OWN_LABELS.stream().anyMatch(label.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PodSpec withSettings(PodSpec pod, @Nullable RuntimeSettings settings) {
        ContainerRuntimeSettings container = settings == null ? null : settings.container();
        return new PodSpecBuilder(pod)
                .withInitContainers(apply(pod.getInitContainers(), container))
                .withContainers(apply(pod.getContainers(), container))
                .build();
    }

    private static List<Container> apply(List<Container> containers, @Nullable ContainerRuntimeSettings settings) {
        return containers.stream()
                .map(container -> ContainerSettings.apply(container, settings))
                .toList();
    }

    private static ObjectMeta metadata(String name, Origin origin) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(origin.namespace())
                .withLabels(origin.labels())
                .withOwnerReferences(origin.owner())
                .build();
    }
}
