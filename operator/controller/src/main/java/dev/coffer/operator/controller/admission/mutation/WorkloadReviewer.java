package dev.coffer.operator.controller.admission.mutation;

import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.admission.review.Reviewer;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.workload.Injections;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives workloads the containers of the operator as they are created. Never refuses one. */
public final class WorkloadReviewer implements Reviewer {

    private final Json json;
    private final List<Injections> injections;
    private final Set<String> leftAlone;

    /** A reviewer that leaves the workloads of some namespaces alone. */
    public WorkloadReviewer(Json json, List<Injections> injections, Set<String> leftAlone) {
        this.json = json;
        this.injections = List.copyOf(injections);
        this.leftAlone = Set.copyOf(leftAlone);
    }

    @Override
    public AdmissionAnswer review(AdmissionRequest request) {
        Optional<WorkloadKind> kind = WorkloadKind.of(request.kind());
        boolean template =
                request.object().path("spec").path("template").path("spec").isObject();
        if (kind.isEmpty()
                || !template
                || request.before().isPresent()
                || request.name().isEmpty()
                || leftAlone.contains(request.namespace())) {
            return AdmissionAnswer.allowed();
        }
        HasMetadata written = json.read(request.object(), kind.get().type());
        HasMetadata changed = written;
        for (Injections source : injections) {
            Workload workload = Workload.of(changed);
            changed = source.forNew(request.namespace(), workload)
                    .map(wanted -> wanted.into(workload))
                    .orElse(changed);
        }
        return AdmissionAnswer.changed(Patches.between(json, written, changed));
    }
}
