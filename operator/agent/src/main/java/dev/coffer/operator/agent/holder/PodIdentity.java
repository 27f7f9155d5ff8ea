package dev.coffer.operator.agent.holder;

import dev.coffer.engine.host.HostIdentity;
import java.util.Optional;

/**
 * The pod that holds a lock, told apart from every other one, also from a later one of its name.
 *
 * <p>It is what locks of agents say as the name of their host, so that others can ask the cluster whether the holder still
 * exists. To restic it is a name of a machine like any other.
 */
public record PodIdentity(String namespace, String pod, String uid) {

    private static final String SEPARATOR = "/";
    private static final int PARTS = 3;

    /** The pod that a host name in a lock stands for; empty if that is a real host name. */
    public static Optional<PodIdentity> parse(String hostname) {
        String[] parts = hostname.split(SEPARATOR, -1);
        return parts.length == PARTS ? Optional.of(new PodIdentity(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /** Who locks say is at work. */
    public HostIdentity holder() {
        return HostIdentity.current().withHostname(String.join(SEPARATOR, namespace, pod, uid));
    }
}
