package dev.coffer.operator.controller.admission.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.operator.controller.cluster.Json;
import io.fabric8.zjsonpatch.DiffFlags;
import io.fabric8.zjsonpatch.JsonDiff;
import java.util.EnumSet;
import java.util.Set;

/** Changes of objects as JSON patches (RFC 6902). */
final class Patches {

    /** No moves and copies, which are harder to read, and no values beside removals, which are not part of the standard. */
    private static final Set<DiffFlags> PLAIN =
            Set.of(DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION, DiffFlags.OMIT_VALUE_ON_REMOVE);

    private Patches() {}

    /**
     * What turns one object into the other, and touches nothing else. Both are written by the same types: what those do not know
     * of an object as it was sent is in no patch, and elements of lists are where they were.
     */
    static JsonNode between(Json json, Object before, Object after) {
        return JsonDiff.asJson(json.write(before), json.write(after), EnumSet.copyOf(PLAIN));
    }
}
