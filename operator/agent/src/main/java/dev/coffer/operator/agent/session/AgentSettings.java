package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the process is given besides its arguments.
 *
 * @param environment its variables
 * @param lockPatience how long to wait for others who work on the repository
 * @param progressInterval how often progress is reported
 */
public record AgentSettings(
        Map<String, String> environment, InstantSource clock, Duration lockPatience, Duration progressInterval) {

    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(30);

    /** As much as the API server should be bothered with. */
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(5);

    public AgentSettings {
        environment = Map.copyOf(environment);
    }

    /** As in a pod. */
    public static AgentSettings ofProcess() {
        return new AgentSettings(System.getenv(), InstantSource.system(), LOCK_PATIENCE, PROGRESS_INTERVAL);
    }

    /** A variable that tells which host this is. */
    String required(String name) throws BadRequest {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new BadRequest("The environment has no " + name
                    + ", which tells the host. It belongs into the container's env, from the pod's own fields.");
        }
        return value;
    }
}
