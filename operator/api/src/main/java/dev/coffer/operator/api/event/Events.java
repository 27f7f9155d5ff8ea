package dev.coffer.operator.api.event;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events for people. One that cannot be written is no failure.
 *
 * <p>What is told about an object once is not told again as another event: its name follows from the object and from what is said,
 * so that whoever says the same counts it up instead. A controller, which looks again and again at what has not changed, does not even
 * do that more often than {@link RecentNames} allows.
 *
 * <p>Safe for use by several threads.
 */
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    /** What the API server takes. */
    private static final int LONGEST_MESSAGE = 1024;

    private final KubernetesClient client;
    private final InstantSource clock;
    private final String source;
    private final RecentNames recent = new RecentNames();

    /**
     * A writer of events.
     *
     * @param client stays the caller's
     * @param source who tells, by a name that is known from Stash where it has one
     */
    public Events(KubernetesClient client, InstantSource clock, String source) {
        this.client = client;
        this.clock = clock;
        this.source = source;
    }

    /** Tells what is true of an object now. */
    public void record(HasMetadata object, List<Event> events) {
        events.forEach(event -> record(object, event));
    }

    /** Tells what happened to an object, which lives in a namespace. */
    public void record(HasMetadata object, Event event) {
        Instant now = clock.instant();
        String message = shorten(event.message());
        String name = EventNames.of(object, event.type(), event.reason(), message);
        if (!recent.isNew(name, now)) {
            return;
        }
        try {
            write(object, new Event(event.type(), event.reason(), message), name, time(now));
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot write the event \"{}\": {}", message, e.getMessage());
        }
    }

    private void write(HasMetadata object, Event event, String name, String time) {
        String namespace = object.getMetadata().getNamespace();
        try {
            client.resource(new EventBuilder()
                            .withNewMetadata()
                            .withNamespace(namespace)
                            .withName(name)
                            .endMetadata()
                            .withInvolvedObject(reference(object))
                            .withType(event.type())
                            .withReason(event.reason())
                            .withMessage(event.message())
                            .withNewSource(source, null)
                            .withFirstTimestamp(time)
                            .withLastTimestamp(time)
                            .withCount(1)
                            .build())
                    .inNamespace(namespace)
                    .create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
            count(namespace, name, time);
        }
    }

    private void count(String namespace, String name, String time) {
        var event = client.v1().events().inNamespace(namespace).withName(name);
        var present = event.get();
        if (present != null) {
            int count = Objects.requireNonNullElse(present.getCount(), 0) + 1;
            event.patch(MERGE, "{\"count\": %d, \"lastTimestamp\": \"%s\"}".formatted(count, time));
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

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String shorten(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
