package dev.coffer.operator.agent.session;

import dev.coffer.operator.api.TargetRef;
import org.jspecify.annotations.Nullable;

/** Names a target on a command line; empty where there is none. */
public record TargetName(String kind, String name, String namespace) {

    /**
     * Whether it is what an object refers to.
     *
     * @param home namespace of that object
     */
    boolean names(@Nullable TargetRef ref, String home) {
        if (ref == null) {
            return name.isEmpty();
        }
        String where = ref.namespace() == null || ref.namespace().isEmpty() ? home : ref.namespace();
        return kind.equals(ref.kind()) && name.equals(ref.name()) && (namespace.isEmpty() || namespace.equals(where));
    }
}
