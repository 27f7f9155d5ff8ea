package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.controller.cluster.Owners;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.registry.Recipient;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A restore to be done, from a repository that can be used. */
record RestoreWork(RestoreSession session, RestoreTarget target, Repository repository) {

    static final String KIND = "RestoreSession";

    RestoreMember member() {
        return session.getSpec().members().getFirst();
    }

    String name() {
        return session.getMetadata().getName();
    }

    String namespace() {
        return session.getMetadata().getNamespace();
    }

    @Nullable
    TargetRef ref() {
        return target.ref();
    }

    /** What jobs of it have in common. */
    Jobs.Origin origin() {
        return new Jobs.Origin(namespace(), labels(), owner(), member().runtimeSettings());
    }

    /** A session as one for which pods work. */
    static Recipient recipient(RestoreSession session) {
        return new Recipient(session.getMetadata().getNamespace(), labels(session), Owners.controlledBy(session));
    }

    Map<String, String> labels() {
        return labels(session);
    }

    private static Map<String, String> labels(RestoreSession session) {
        Map<String, String> own = session.getMetadata().getLabels();
        Map<String, String> labels = new HashMap<>(own == null ? Map.of() : own);
        labels.put(Labels.MANAGED_BY, ApiGroup.STASH);
        labels.put(Labels.COMPONENT, Labels.COMPONENT_RESTORE);
        labels.put(Labels.INVOKER_TYPE, KIND);
        labels.put(Labels.INVOKER_NAME, session.getMetadata().getName());
        return labels;
    }

    OwnerReference owner() {
        return Owners.controlledBy(session);
    }
}
