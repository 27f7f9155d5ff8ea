package dev.coffer.operator.controller.pod;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;

/** A volume of a pod, and where its containers mount it. */
public record MountedVolume(Volume volume, VolumeMount mount) {}
