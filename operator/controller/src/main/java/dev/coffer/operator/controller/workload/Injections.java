package dev.coffer.operator.controller.workload;

import java.util.Optional;

/** Knows what workloads are to have from their first pod on. */
@FunctionalInterface
public interface Injections {

    /**
     * What a workload that is about to be created is to have; empty if nothing. What is missed here is put into the workload
     * later, which replaces its pods.
     *
     * @param workload which may not name its namespace
     */
    Optional<InvokerInjection> forNew(String namespace, Workload workload);
}
