package dev.coffer.operator.controller.admission;

import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.admission.certificate.CertificateKeeper;
import dev.coffer.operator.controller.admission.certificate.RenewedKeyManager;
import dev.coffer.operator.controller.admission.mutation.RestoreDefaults;
import dev.coffer.operator.controller.admission.mutation.WorkloadReviewer;
import dev.coffer.operator.controller.admission.registration.Registration;
import dev.coffer.operator.controller.admission.registration.WebhookConfigurations;
import dev.coffer.operator.controller.admission.review.Reviewer;
import dev.coffer.operator.controller.admission.server.AdmissionServer;
import dev.coffer.operator.controller.admission.validation.SpecificationReviewer;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.workload.Injections;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the API server. All operators do; only the one that is elected looks after the webhook configurations, so that during an
 * upgrade two versions do not undo each other's changes.
 */
public final class Admission implements AutoCloseable {

    /** The Secret with the certificates. */
    static final String SECRET = "coffer-operator-webhook";

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final KubernetesClient client;
    private final String namespace;
    private final OperatorRole owner;
    private final WebhookConfigurations configurations;
    private final Upkeep upkeep;
    private final AdmissionServer server;

    private Admission(
            KubernetesClient client,
            AdmissionSettings settings,
            String namespace,
            List<Injections> injections,
            InstantSource clock)
            throws IOException {
        this.client = client;
        this.namespace = namespace;
        this.owner = new OperatorRole(client);
        SpecificationReviewer specifications = new SpecificationReviewer(client);
        this.configurations = new WebhookConfigurations(
                settings.configuration(), settings.endpoint(), specifications.kinds(), List.of(RestoreSession.class));
        CertificateKeeper keeper = new CertificateKeeper(
                client, namespace, SECRET, owner, settings.endpoint().names(), clock);
        RenewedKeyManager keys = new RenewedKeyManager(keeper.check());
        this.upkeep = new Upkeep(keeper, keys);
        Json json = new Json(client.getKubernetesSerialization());
        Map<String, Reviewer> reviewers = Map.of(
                WebhookConfigurations.VALIDATE,
                specifications,
                WebhookConfigurations.DEFAULT,
                new RestoreDefaults(json),
                WebhookConfigurations.INJECT,
                new WorkloadReviewer(json, injections, WebhookConfigurations.leftAlone(namespace)));
        this.server = AdmissionServer.start(settings.port(), keys.context(), reviewers);
    }

    /**
     * Answers from now on.
     *
     * @param namespace of the operator
     * @param injections what new workloads get
     * @throws IOException if the port is taken
     */
    public static Admission start(
            KubernetesClient client,
            AdmissionSettings settings,
            String namespace,
            List<Injections> injections,
            InstantSource clock)
            throws IOException {
        Admission admission = new Admission(client, settings, namespace, injections, clock);
        admission.upkeep.start();
        return admission;
    }

    /** This operator has been elected: from now on it looks after the webhook configurations. Does not block. */
    public void lead() {
        upkeep.add(() -> new Registration(client, configurations, namespace, owner, upkeep::somethingChanged));
    }

    /** An operator that is not asked about objects has been elected: it removes what an earlier one has left. Does not block. */
    public static void withdraw(KubernetesClient client) {
        Thread.ofVirtual().start(() -> {
            try {
                Registration.remove(client, AdmissionSettings.DEFAULT_CONFIGURATION);
            } catch (KubernetesClientException e) {
                LOG.warn("Webhook configurations {} could not be removed", AdmissionSettings.DEFAULT_CONFIGURATION, e);
            }
        });
    }

    /** The port it listens at. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        upkeep.close();
        server.close();
    }
}
