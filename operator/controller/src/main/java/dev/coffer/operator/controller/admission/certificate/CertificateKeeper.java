package dev.coffer.operator.controller.admission.certificate;

import dev.coffer.operator.controller.cluster.ClusterObjects;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps certificates in a Secret, and renews them in time. Any number of operators may do so at once: who comes too late takes what
 * the other one has made. Not for use by several threads.
 */
public final class CertificateKeeper {

    private static final int ATTEMPTS = 10;

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final String namespace;
    private final String name;
    private final Supplier<List<OwnerReference>> owners;
    private final Renewal renewal;
    private final InstantSource clock;
    private Optional<Certificates> last = Optional.empty();

    /**
     * Keeps the certificates of a server.
     *
     * @param namespace of the Secret
     * @param name of the Secret
     * @param owners with which the Secret goes
     * @param names that the server is called by
     */
    public CertificateKeeper(
            KubernetesClient client,
            String namespace,
            String name,
            Supplier<List<OwnerReference>> owners,
            List<String> names,
            InstantSource clock) {
        this.client = client;
        this.objects = new ClusterObjects(client);
        this.namespace = namespace;
        this.name = name;
        this.owners = owners;
        this.renewal = new Renewal(new Issuer(), names);
        this.clock = clock;
    }

    /**
     * The certificates to be used from now on, which are in the Secret by the time they are returned. A Secret that has got lost
     * is made anew with what was in it.
     */
    public Certificates check() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Secret> secret = Optional.ofNullable(
                    client.secrets().inNamespace(namespace).withName(name).get());
            Optional<Certificates> stored = secret.flatMap(CertificateSecret::read);
            Certificates wanted = renewal.renew(stored.or(() -> last), clock.instant());
            if (stored.filter(wanted::equals).isPresent() || store(secret, wanted)) {
                last = Optional.of(wanted);
                return wanted;
            }
        }
        throw new IllegalStateException(
                "Secret " + namespace + "/" + name + " changes all the time; see who else writes it");
    }

    /** Whether nobody else was faster. */
    private boolean store(Optional<Secret> present, Certificates certificates) {
        Map<String, String> data = CertificateSecret.write(certificates);
        try {
            if (present.isPresent()) {
                objects.change(
                        present.get(),
                        secret -> new SecretBuilder(secret).withData(data).build());
            } else {
                client.resource(new SecretBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .addToLabels("app.kubernetes.io/name", "coffer-operator")
                                .withOwnerReferences(owners.get())
                                .endMetadata()
                                .withType("Opaque")
                                .withData(data)
                                .build())
                        .create();
            }
            return true;
        } catch (KubernetesClientException e) {
            boolean gone = present.isPresent() && e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
            if (gone || e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
