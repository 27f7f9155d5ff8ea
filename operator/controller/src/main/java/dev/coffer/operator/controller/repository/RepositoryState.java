package dev.coffer.operator.controller.repository;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_SECRET_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_FOUND;

import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object that uses a Repository finds of it.
 *
 * @param reference as {@code namespace/name}
 * @param repository empty if there is none, or if it is being removed
 * @param secret what its Secret lacks; empty if it is complete
 * @param problems why the Repository may not be used
 */
public record RepositoryState(
        String reference, Optional<Repository> repository, Optional<String> secret, List<Problem> problems) {

    private static final String PASSWORD = "RESTIC_PASSWORD";

    /**
     * Reads what is there.
     *
     * @param ref as the object has it; null if it names none
     * @param namespace of the object
     */
    public static RepositoryState read(KubernetesClient client, @Nullable RepositoryRef ref, String namespace) {
        if (ref == null) {
            return new RepositoryState("", Optional.empty(), Optional.empty(), List.of());
        }
        String home = ref.namespaceOr(namespace);
        Optional<Repository> repository = find(client, ref, namespace)
                .filter(found -> found.getMetadata().getDeletionTimestamp() == null && found.getSpec() != null);
        return new RepositoryState(
                home + "/" + ref.name(),
                repository,
                repository.flatMap(found -> missingSecret(client, found)),
                repository.map(found -> usage(client, found, namespace)).orElse(List.of()));
    }

    /**
     * The Repository that an object refers to, even if it is being removed, or empty.
     *
     * @param ref null if the object names none
     */
    public static Optional<Repository> find(KubernetesClient client, @Nullable RepositoryRef ref, String namespace) {
        return Optional.ofNullable(ref)
                .flatMap(named -> Optional.ofNullable(client.resources(Repository.class)
                        .inNamespace(named.namespaceOr(namespace))
                        .withName(named.name())
                        .get()));
    }

    /** The conditions of the object that uses it. */
    public List<Condition> conditions(Instant now) {
        if (repository.isEmpty()) {
            String message = reference.isEmpty()
                    ? "No repository is named; give one in spec.repository"
                    : "There is no Repository " + reference + ", or it is being removed; create it";
            return List.of(REPOSITORY_FOUND.is(ConditionStatus.FALSE, message, now));
        }
        Condition found = REPOSITORY_FOUND.is(ConditionStatus.TRUE, "Repository " + reference + " exists", now);
        Condition complete = secret.map(lack -> BACKEND_SECRET_FOUND.is(ConditionStatus.FALSE, lack, now))
                .orElseGet(() -> BACKEND_SECRET_FOUND.is(
                        ConditionStatus.TRUE, "The Secret of Repository " + reference + " exists", now));
        return List.of(found, complete);
    }

    /** Whether all that is needed to use the repository is there, whether allowed or not. */
    public boolean isComplete() {
        return repository.isPresent() && secret.isEmpty();
    }

    static Optional<String> missingSecret(KubernetesClient client, Repository repository) {
        String namespace = repository.getMetadata().getNamespace();
        String name = repository.getSpec().backend() == null
                ? null
                : repository.getSpec().backend().storageSecretName();
        if (name == null || name.isEmpty()) {
            return Optional.of("Repository " + namespace + "/"
                    + repository.getMetadata().getName()
                    + " names no Secret; give one with the key " + PASSWORD + " in spec.backend.storageSecretName");
        }
        Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
        if (secret == null) {
            return Optional.of("There is no Secret " + namespace + "/" + name + "; create it with the key " + PASSWORD);
        }
        boolean complete = secret.getData() != null && secret.getData().containsKey(PASSWORD);
        return complete
                ? Optional.empty()
                : Optional.of("Secret " + namespace + "/" + name + " has no key " + PASSWORD
                        + "; add the password of the repository");
    }

    /** Why the Repository that an object refers to may not be used from its namespace; empty also if there is none. */
    public static List<Problem> problems(KubernetesClient client, @Nullable RepositoryRef ref, String namespace) {
        return find(client, ref, namespace)
                .filter(found -> found.getSpec() != null)
                .map(found -> usage(client, found, namespace))
                .orElse(List.of());
    }

    private static List<Problem> usage(KubernetesClient client, Repository repository, String namespace) {
        String home = repository.getMetadata().getNamespace();
        Map<String, String> labels = namespace.equals(home) ? Map.of() : namespaceLabels(client, namespace);
        return Validator.usage(repository.getSpec(), home, namespace, labels);
    }

    private static Map<String, String> namespaceLabels(KubernetesClient client, String name) {
        return Optional.ofNullable(client.namespaces().withName(name).get())
                .flatMap(found -> Optional.ofNullable(found.getMetadata().getLabels()))
                .orElse(Map.of());
    }
}
