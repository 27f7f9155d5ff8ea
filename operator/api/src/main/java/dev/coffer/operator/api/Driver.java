package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What takes the backup. */
public enum Driver {
    /** The files, in a repository that restic reads too. */
    @JsonProperty("Restic")
    RESTIC,

    /** Snapshots of the volumes, by the CSI driver of the cluster. */
    @JsonProperty("VolumeSnapshotter")
    VOLUME_SNAPSHOTTER
}
