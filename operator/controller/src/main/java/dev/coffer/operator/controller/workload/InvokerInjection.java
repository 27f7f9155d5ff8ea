package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;

/** What is put into a workload for an invoker. Annotations of the workload tell which one that is. */
public record InvokerInjection(Injection injection, String invokerKind, String invokerName) {

    /** The workload with it; the same as before if it is there already. The one that is given stays as it is. */
    public HasMetadata into(Workload workload) {
        HasMetadata changed = WorkloadKind.withTemplate(workload.object(), injection.into(workload.template()));
        Map<String, String> annotations = annotations(changed);
        annotations.put(nameAnnotation(injection.place()), invokerName);
        annotations.put(kindAnnotation(injection.place()), invokerKind);
        changed.getMetadata().setAnnotations(annotations);
        return changed;
    }

    /** The workload without anything of an invoker, whichever it is. */
    static HasMetadata outOf(Workload workload, Place place) {
        HasMetadata changed =
                WorkloadKind.withTemplate(workload.object(), Injection.remove(workload.template(), place));
        Map<String, String> annotations = annotations(changed);
        annotations.remove(nameAnnotation(place));
        annotations.remove(kindAnnotation(place));
        changed.getMetadata().setAnnotations(annotations);
        return changed;
    }

    /** Whether what a workload has in a place is there for that invoker. */
    static boolean isOf(Workload workload, Place place, String invokerName) {
        return invokerName.equals(annotations(workload.object()).get(nameAnnotation(place)));
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
