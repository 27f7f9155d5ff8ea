/**
 * Workloads whose pods are backed up or restored by a container of the operator in them, and how that container comes into the
 * pod template and out again; and pods beside theirs that read the same volumes. Depends on pod parts and cluster.
 */
@NullMarked
package dev.coffer.operator.controller.workload;

import org.jspecify.annotations.NullMarked;
