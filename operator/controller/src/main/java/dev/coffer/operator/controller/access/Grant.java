package dev.coffer.operator.controller.access;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.cluster.Owners;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rights of the pods that work on one target: what all such pods may do in their own namespace, and one Repository with its
 * Secret wherever that is. Nothing gives a pod other Secrets.
 *
 * @param name of the objects
 * @param namespace of the pods
 * @param account service account of the pods
 * @param labels of the objects
 * @param owner with which the objects of its namespace go; null if they are removed otherwise
 */
public record Grant(
        String name,
        String namespace,
        String account,
        PodRole role,
        Map<String, String> labels,
        @Nullable OwnerReference owner) {

    /** Leases of a Repository are made by whoever is the first to need them, so no rule can name them. */
    private static final PolicyRule LEASES = new PolicyRuleBuilder()
            .withApiGroups("coordination.k8s.io")
            .withResources("leases")
            .withVerbs("get", "create", "update")
            .build();

    private static final String RBAC = "rbac.authorization.k8s.io";

    public Grant {
        labels = Map.copyOf(labels);
    }

    /** A service account of the grant's own. */
    public HasMetadata serviceAccount(Map<String, String> annotations) {
        ObjectMeta metadata = metadata(namespace);
        metadata.setName(account);
        metadata.setAnnotations(annotations);
        return new ServiceAccountBuilder().withMetadata(metadata).build();
    }

    /** What gives the account its rights. */
    public List<HasMetadata> objects(Repository repository) {
        return Stream.concat(
                        Stream.of(binding(name, namespace, "ClusterRole", role.clusterRole())),
                        repositoryObjects(repository).stream())
                .toList();
    }

    /** What gives the account its rights on the Repository. In another namespace than the pods' it goes with the Repository. */
    public List<HasMetadata> repositoryObjects(Repository repository) {
        String home = repository.getMetadata().getNamespace();
        String access = accessName(home);
        List<HasMetadata> objects = List.of(
                new RoleBuilder()
                        .withMetadata(metadata(home, access))
                        .withRules(rules(repository))
                        .build(),
                binding(access, home, "Role", access));
        if (reachesElsewhere(repository)) {
            objects.forEach(object -> object.getMetadata().setOwnerReferences(List.of(Owners.of(repository))));
        }
        return objects;
    }

    /** Whether the Repository's part has to be removed by itself. */
    public boolean reachesElsewhere(Repository repository) {
        return !repository.getMetadata().getNamespace().equals(namespace);
    }

    /** In another namespace than the pods', their names may meet those of others. */
    private String accessName(String home) {
        return (home.equals(namespace) ? "" : namespace + "-") + name + "-repository";
    }

    private static List<PolicyRule> rules(Repository repository) {
        String name = repository.getMetadata().getName();
        PolicyRule read = rule(ApiGroup.STASH, List.of("repositories"), List.of("get"), name);
        PolicyRule report = rule(ApiGroup.STASH, List.of("repositories/status"), List.of("get", "patch"), name);
        return Stream.concat(
                        Stream.of(read, report, LEASES),
                        secret(repository).map(secret -> rule("", List.of("secrets"), List.of("get"), secret)).stream())
                .toList();
    }

    private static Optional<String> secret(Repository repository) {
        return Optional.ofNullable(repository.getSpec())
                .flatMap(spec -> Optional.ofNullable(spec.backend()))
                .flatMap(backend -> Optional.ofNullable(backend.storageSecretName()));
    }

    private static PolicyRule rule(String group, List<String> resources, List<String> verbs, String name) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .withResourceNames(name)
                .build();
    }

    private RoleBinding binding(String name, String where, String kind, String role) {
        return new RoleBindingBuilder()
                .withMetadata(metadata(where, name))
                .withNewRoleRef(RBAC, kind, role)
                .addNewSubject("", "ServiceAccount", account, namespace)
                .build();
    }

    private ObjectMeta metadata(String where) {
        return metadata(where, name);
    }

    private ObjectMeta metadata(String where, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(where)
                .withLabels(labels)
                .withOwnerReferences(owner != null && where.equals(namespace) ? List.of(owner) : List.of())
                .build();
    }
}
