package dev.coffer.operator.agent.status;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events for people. One that cannot be written is no failure. */
final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    /** The name by which Stash's events are known. */
    private static final String SOURCE = "Status Updater";

    /** What the API server takes. */
    private static final int LONGEST_MESSAGE = 1024;

    private final KubernetesClient client;
    private final InstantSource clock;

    Events(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    void record(HasMetadata object, Event event) {
        String namespace = object.getMetadata().getNamespace();
        Instant now = clock.instant();
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String name = object.getMetadata().getName() + "."
                + Long.toHexString(now.getEpochSecond() * 1_000_000_000L + now.getNano());
        try {
            client.resource(new EventBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace)
                            .withName(name)
                            .endMetadata()
                            .withInvolvedObject(reference(object))
                            .withType(event.type())
                            .withReason(event.reason())
                            .withMessage(shorten(event.message()))
                            .withNewSource(SOURCE, null)
                            .withFirstTimestamp(time)
                            .withLastTimestamp(time)
                            .withCount(1)
                            .build())
                    .inNamespace(namespace)
                    .create();
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot write the event \"{}\": {}", event.message(), e.getMessage());
        }
    }

    private static ObjectReference reference(HasMetadata object) {
        return new ObjectReferenceBuilder()
                .withApiVersion(object.getApiVersion())
                .withKind(object.getKind())
                .withNamespace(object.getMetadata().getNamespace())
                .withName(object.getMetadata().getName())
                .withUid(object.getMetadata().getUid())
                .build();
    }

    private static String shorten(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
