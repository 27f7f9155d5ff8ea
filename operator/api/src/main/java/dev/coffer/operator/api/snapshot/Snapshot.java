package dev.coffer.operator.api.snapshot;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A snapshot in a repository. It is not stored in the cluster: an aggregated API makes it up from the repository, so there is no
 * custom resource definition.
 */
@Group(ApiGroup.SNAPSHOTS)
@Version(ApiGroup.V1ALPHA1)
@Plural("snapshots")
@ApiType
public class Snapshot extends CustomResource<Void, SnapshotStatus> implements Namespaced {}
