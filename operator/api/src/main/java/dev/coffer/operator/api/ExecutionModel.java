package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the files of a workload are read or written. */
public enum ExecutionModel {
    /** In the workload's own pods: a sidecar takes backups, an init container restores. Its pods restart when that comes or goes. */
    @JsonProperty("Workload")
    WORKLOAD,

    /** In a job on the node of the workload's pod that mounts the same volumes. The workload is left as it is. */
    @JsonProperty("Job")
    JOB
}
