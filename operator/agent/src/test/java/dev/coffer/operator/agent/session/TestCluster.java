package dev.coffer.operator.agent.session;

import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A namespace {@code demo} with a repository in a folder, and what tests need to know about it. */
public final class TestCluster implements AutoCloseable {

    public static final String NAMESPACE = "demo";

    private static final KubernetesSerialization YAML = yaml();

    private final FakeApiServer server = new FakeApiServer();
    private final KubernetesClient client = server.client();
    private final Path folder;

    /** @param folder in which the repository will be */
    public TestCluster(Path folder) {
        this.folder = folder;
    }

    @Override
    public void close() {
        server.close();
    }

    /** Removes an object. */
    void delete(Class<? extends HasMetadata> kind, String name) {
        client.resources(kind).inNamespace(NAMESPACE).withName(name).delete();
    }

    private static KubernetesSerialization yaml() {
        KubernetesSerialization yaml = Clients.serialization();
        yaml.registerKubernetesResource(dev.coffer.operator.api.repository.Repository.class);
        yaml.registerKubernetesResource(BackupConfiguration.class);
        yaml.registerKubernetesResource(BackupSession.class);
        yaml.registerKubernetesResource(RestoreSession.class);
        return yaml;
    }

    /** Creates Secret and Repository; the repository itself is not there yet. */
    public TestCluster withRepository(String password) {
        create("""
                apiVersion: v1
                kind: Secret
                metadata: {name: store-secret, namespace: demo}
                stringData: {RESTIC_PASSWORD: %s}
                """.formatted(password));
        create("""
                apiVersion: stash.appscode.com/v1alpha1
                kind: Repository
                metadata: {name: store, namespace: demo}
                spec:
                  backend:
                    storageSecretName: store-secret
                    local: {mountPath: %s, hostPath: {path: /unused}}
                """.formatted(place()));
        return this;
    }

    /** Removes the Repository, which then waits for its finalizer. */
    public void removeRepository(boolean wipeOut) {
        client.resource(repository()).edit(present -> {
            RepositorySpec spec = present.getSpec();
            present.setSpec(new RepositorySpec(spec.backend(), wipeOut, spec.usagePolicy()));
            present.getMetadata().getFinalizers().add(Finalizers.REPOSITORY);
            return present;
        });
        delete(dev.coffer.operator.api.repository.Repository.class, "store");
    }

    /** Creates an object from a manifest. */
    public TestCluster create(String manifest) {
        HasMetadata object = YAML.unmarshal(manifest);
        client.resource(object).create();
        return this;
    }

    public Path place() {
        return folder.resolve("repository");
    }

    /** The agent of a pod. */
    public Workplace workplace(String pod, String node) {
        return new Workplace(
                client,
                new AgentSettings(
                        Map.of("POD_NAME", pod, "NODE_NAME", node),
                        InstantSource.system(),
                        Duration.ZERO,
                        Duration.ofMillis(10)));
    }

    public BackupSession session(String name) {
        return client.resources(BackupSession.class)
                .inNamespace(NAMESPACE)
                .withName(name)
                .get();
    }

    public BackupTargetStatus target(String session) {
        return session(session).getStatus().targets().getFirst();
    }

    public Optional<Condition> condition(String session, ConditionType type) {
        BackupSessionStatus status = session(session).getStatus();
        return Conditions.find(status.conditions(), type);
    }

    public RestoreSession restore(String name) {
        return client.resources(RestoreSession.class)
                .inNamespace(NAMESPACE)
                .withName(name)
                .get();
    }

    public dev.coffer.operator.api.repository.Repository repository() {
        return client.resources(dev.coffer.operator.api.repository.Repository.class)
                .inNamespace(NAMESPACE)
                .withName("store")
                .get();
    }

    public List<String> eventReasons() {
        return client.v1().events().inNamespace(NAMESPACE).list().getItems().stream()
                .map(Event::getReason)
                .toList();
    }

    /** The repository, opened by somebody else. */
    public Repository open() throws IOException {
        return access().open();
    }

    /** Makes the repository. */
    public void init() throws IOException {
        access().init().close();
    }

    private RepositoryAccess access() throws IOException {
        return new RepositoryAccess(
                new Cluster(client).storage(repository(), Map.of()),
                Settings.standard(Optional.empty(), HostIdentity.current()));
    }

    /** Its snapshots, oldest first. */
    public List<StoredSnapshot> snapshots() throws IOException {
        try (Repository opened = open()) {
            return opened.snapshots().list().sound().stream()
                    .sorted(StoredSnapshot.BY_TIME)
                    .toList();
        }
    }
}
