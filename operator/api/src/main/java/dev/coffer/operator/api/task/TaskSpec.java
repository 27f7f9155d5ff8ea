package dev.coffer.operator.api.task;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/** Functions that run one after the other in a pod; any string may hold variables. */
@ApiType
public record TaskSpec(
        @JsonPropertyDescription("What to run, in this order.")
        List<FunctionRef> steps,

        @JsonPropertyDescription("Volumes of the pod.") List<Volume> volumes) {

    public TaskSpec {
        steps = Absent.orEmpty(steps);
        volumes = Absent.orEmpty(volumes);
    }
}
