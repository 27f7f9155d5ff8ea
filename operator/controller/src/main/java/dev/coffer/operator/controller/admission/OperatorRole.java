package dev.coffer.operator.controller.admission;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ClusterRole of the operator, which owns what the operator makes for admission: that goes when the operator is uninstalled. */
record OperatorRole(KubernetesClient client) implements Supplier<List<OwnerReference>> {

    private static final String NAME = "coffer-operator";

    /** The reference as it is now, as one to a role that was replaced would have the object removed; empty without a role. */
    @Override
    public List<OwnerReference> get() {
        return Optional.ofNullable(
                        client.resources(ClusterRole.class).withName(NAME).get())
                .map(role -> new OwnerReferenceBuilder()
                        .withApiVersion(role.getApiVersion())
                        .withKind(role.getKind())
                        .withName(NAME)
                        .withUid(role.getMetadata().getUid())
                        .build())
                .stream()
                .toList();
    }
}
