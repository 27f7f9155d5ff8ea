package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.HashMap;
import java.util.Map;

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
        PodTemplateSpec template = injection.into(workload.template());
        return objects.change(workload.object(), object -> {
            HasMetadata changed = WorkloadKind.withTemplate(object, template);
            Map<String, String> annotations = annotations(changed);
            annotations.put(nameAnnotation(injection.place()), invokerName);
            annotations.put(kindAnnotation(injection.place()), invokerKind);
            changed.getMetadata().setAnnotations(annotations);
            return changed;
        });
    }

    /** Takes the container of an invoker out of a workload; that of another one stays. */
    public boolean remove(Workload workload, Place place, String invokerName) {
        if (!invokerName.equals(annotations(workload.object()).get(nameAnnotation(place)))) {
            return false;
        }
        PodTemplateSpec template = Injection.remove(workload.template(), place);
        return objects.change(workload.object(), object -> {
            HasMetadata changed = WorkloadKind.withTemplate(object, template);
            Map<String, String> annotations = annotations(changed);
            annotations.remove(nameAnnotation(place));
            annotations.remove(kindAnnotation(place));
            changed.getMetadata().setAnnotations(annotations);
            return changed;
        });
    }

    private static Map<String, String> annotations(HasMetadata object) {
        Map<String, String> present = object.getMetadata().getAnnotations();
        return present == null ? new HashMap<>() : new HashMap<>(present);
    }

    private static String nameAnnotation(Place place) {
        return place == Place.SIDECAR ? Annotations.LAST_BACKUP_INVOKER : Annotations.LAST_RESTORE_INVOKER;
    }

    private static String kindAnnotation(Place place) {
        return place == Place.SIDECAR ? Annotations.LAST_BACKUP_INVOKER_KIND : Annotations.LAST_RESTORE_INVOKER_KIND;
    }
}
