package dev.coffer.operator.controller.repository;

import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryReference;
import dev.coffer.operator.api.repository.RepositoryStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Notes in the status of Repositories who uses them. */
public final class RepositoryReferences {

    private final StatusEditor<Repository, RepositoryStatus> editor;

    public RepositoryReferences(KubernetesClient client) {
        this.editor = new StatusEditor<>(client, Repository.class);
    }

    /** Notes a user. */
    public void add(Repository repository, RepositoryReference user) {
        edit(repository, users -> with(users, user));
    }

    /** Forgets a user. */
    public void remove(Repository repository, RepositoryReference user) {
        edit(
                repository,
                users -> users.stream().filter(other -> !other.equals(user)).toList());
    }

    static List<RepositoryReference> with(List<RepositoryReference> users, RepositoryReference user) {
        if (users.contains(user)) {
            return users;
        }
        List<RepositoryReference> all = new ArrayList<>(users);
        all.add(user);
        return List.copyOf(all);
    }

    private void edit(Repository repository, UnaryOperator<List<RepositoryReference>> change) {
        editor.edit(repository, object -> {
            RepositoryStatus status = RepositoryStatuses.of(object);
            return RepositoryStatuses.withReferences(status, change.apply(status.references()));
        });
    }
}
