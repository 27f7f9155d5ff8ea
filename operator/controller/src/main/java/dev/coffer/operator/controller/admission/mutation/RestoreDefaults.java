package dev.coffer.operator.controller.admission.mutation;

import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.admission.review.Reviewer;
import dev.coffer.operator.controller.cluster.Json;

/** Moves the rules of a RestoreSession from where they were in early versions to its target, where people look for them. */
public final class RestoreDefaults implements Reviewer {

    private final Json json;

    public RestoreDefaults(Json json) {
        this.json = json;
    }

    @Override
    public AdmissionAnswer review(AdmissionRequest request) {
        RestoreSession written = json.read(request.object(), RestoreSession.class);
        if (written.getSpec() == null || written.isMarkedForDeletion()) {
            return AdmissionAnswer.allowed();
        }
        RestoreSession settled = json.read(request.object(), RestoreSession.class);
        settled.setSpec(written.getSpec().withRulesInTarget());
        return AdmissionAnswer.changed(Patches.between(json, written, settled));
    }
}
