package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the files of a workload are read or written. */
public enum ExecutionModel {
    /** In the workload's own pods: a sidecar takes backups, an init container restores. Its pods restart when that comes or goes. */
    @JsonProperty("Workload")
    WORKLOAD("Workload"),

    /** In a job on the node of the workload's pod that mounts the same volumes. The workload is left as it is. */
    @JsonProperty("Job")
    JOB("Job");

    private final String text;

    ExecutionModel(String text) {
        this.text = text;
    }

    /** The model as an annotation or a flag names it; empty if there is none of that name. */
    public static Optional<ExecutionModel> of(@Nullable String text) {
        return Stream.of(values()).filter(model -> model.text.equals(text)).findFirst();
    }
}
