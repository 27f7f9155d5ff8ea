package dev.coffer.operator.controller.admission.validation;

import dev.coffer.operator.api.backup.BackupBatch;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreBatch;
import dev.coffer.operator.api.restore.RestoreInvokerSpec;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.admission.review.Reviewer;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.schedule.ScheduleRules;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Stream;

/** Refuses objects of the operator's kinds whose specifications break rules that their schemas cannot express. */
public final class SpecificationReviewer implements Reviewer {

    private final KubernetesClient client;
    private final Json json;
    private final List<KindRules<?>> kinds;

    public SpecificationReviewer(KubernetesClient client) {
        this.client = client;
        this.json = new Json(client.getKubernetesSerialization());
        this.kinds = List.of(
                new KindRules<>(
                        Repository.class,
                        (object, namespace) -> Validator.repository(object.getSpec()),
                        (before, after) -> List.of()),
                new KindRules<>(
                        BackupConfiguration.class,
                        (object, namespace) -> backup(object.getSpec(), namespace),
                        SpecificationReviewer::change),
                new KindRules<>(
                        BackupBatch.class,
                        (object, namespace) -> backup(object.getSpec(), namespace),
                        SpecificationReviewer::change),
                new KindRules<>(
                        BackupSession.class,
                        (object, namespace) -> List.of(),
                        (before, after) -> Validator.sessionChange(before.getSpec(), after.getSpec())),
                new KindRules<>(
                        RestoreSession.class,
                        (object, namespace) -> restore(object.getSpec(), namespace),
                        (before, after) -> Validator.restoreChange(before.getSpec(), after.getSpec())),
                new KindRules<>(
                        RestoreBatch.class,
                        (object, namespace) -> restore(object.getSpec(), namespace),
                        (before, after) -> Validator.restoreChange(before.getSpec(), after.getSpec())));
    }

    /** The kinds for which there are rules. */
    public List<Class<? extends CustomResource<?, ?>>> kinds() {
        return kinds.stream()
                .<Class<? extends CustomResource<?, ?>>>map(KindRules::type)
                .toList();
    }

    @Override
    public AdmissionAnswer review(AdmissionRequest request) {
        return kinds.stream()
                .filter(rules -> rules.type().getSimpleName().equals(request.kind()))
                .findFirst()
                .map(rules -> rules.review(request, json))
                .orElseGet(AdmissionAnswer::allowed);
    }

    private List<Problem> backup(BackupInvokerSpec spec, String namespace) {
        return Stream.of(
                        Validator.backup(spec, namespace),
                        ScheduleRules.check(spec.schedule()),
                        RepositoryState.problems(client, spec.repository(), namespace))
                .flatMap(List::stream)
                .toList();
    }

    private List<Problem> restore(RestoreInvokerSpec spec, String namespace) {
        return Stream.of(
                        Validator.restore(spec, namespace),
                        RepositoryState.problems(client, spec.repository(), namespace))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Problem> change(BackupConfiguration before, BackupConfiguration after) {
        return Validator.backupChange(
                before.getSpec(),
                after.getSpec(),
                before.getStatus() == null ? null : before.getStatus().phase());
    }

    private static List<Problem> change(BackupBatch before, BackupBatch after) {
        return Validator.backupChange(
                before.getSpec(),
                after.getSpec(),
                before.getStatus() == null ? null : before.getStatus().phase());
    }
}
