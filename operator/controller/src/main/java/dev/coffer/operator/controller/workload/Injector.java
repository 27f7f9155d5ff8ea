package dev.coffer.operator.controller.workload;

import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.workload.Injection.Place;

/** Puts containers of the operator into workloads, and takes them out. */
public final class Injector {

    private final ClusterObjects objects;

    public Injector(ClusterObjects objects) {
        this.objects = objects;
    }

    /**
     * Puts a container into a workload, unless it is there already.
     *
     * @return whether the workload was changed, so that its pods are being replaced
     */
    public boolean inject(Workload workload, Injection injection, String invokerKind, String invokerName) {
        InvokerInjection wanted = new InvokerInjection(injection, invokerKind, invokerName);
        return objects.change(workload.object(), object -> wanted.into(workload));
    }

    /** Takes the container of an invoker out of a workload; that of another one stays. */
    public boolean remove(Workload workload, Place place, String invokerName) {
        return InvokerInjection.isOf(workload, place, invokerName)
                && objects.change(workload.object(), object -> InvokerInjection.outOf(workload, place));
    }
}
