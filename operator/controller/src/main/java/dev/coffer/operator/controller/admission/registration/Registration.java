package dev.coffer.operator.controller.admission.registration;

import dev.coffer.operator.controller.cluster.ClusterObjects;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the configurations of webhooks as they should be. */
public final class Registration implements AutoCloseable {

    private final ClusterObjects objects;
    private final WebhookConfigurations configurations;
    private final String namespace;
    private final Supplier<List<OwnerReference>> owners;
    private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

    /**
     * Watches the configurations until it is closed.
     *
     * @param namespace of the operator
     * @param owners with which the configurations go
     * @param changed called when somebody has changed or removed one; must not block
     */
    public Registration(
            KubernetesClient client,
            WebhookConfigurations configurations,
            String namespace,
            Supplier<List<OwnerReference>> owners,
            Runnable changed) {
        this.objects = new ClusterObjects(client);
        this.configurations = configurations;
        this.namespace = namespace;
        this.owners = owners;
        try {
            watch(client.resources(ValidatingWebhookConfiguration.class), changed);
            watch(client.resources(MutatingWebhookConfiguration.class), changed);
        } catch (KubernetesClientException e) {
            close();
            throw e;
        }
    }

    /** Makes them as they should be. */
    public void ensure(String bundle) {
        ensure(configurations.validating(bundle));
        ensure(configurations.mutating(bundle, namespace));
    }

    /** Removes configurations of that name, which an operator that has had webhooks has left. */
    public static void remove(KubernetesClient client, String name) {
        client.resources(ValidatingWebhookConfiguration.class).withName(name).delete();
        client.resources(MutatingWebhookConfiguration.class).withName(name).delete();
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::close);
    }

    private void ensure(HasMetadata configuration) {
        configuration.getMetadata().setOwnerReferences(owners.get());
        objects.ensure(configuration);
    }

    private <T extends HasMetadata> void watch(MixedOperation<T, ?, Resource<T>> kind, Runnable changed) {
        informers.add(kind.withName(configurations.name()).inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                // Of all that is there from the beginning, too, which is ensured anyway.
            }

            @Override
            public void onUpdate(T before, T after) {
                changed.run();
            }

            @Override
            public void onDelete(T object, boolean unknown) {
                changed.run();
            }
        }));
    }
}
