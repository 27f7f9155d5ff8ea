package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionSpec;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.backup.InvokerRef;
import dev.coffer.operator.controller.registry.Recipient;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What causes backups, whatever its kind. */
public record BackupInvoker(
        String kind,
        ObjectMeta metadata,
        BackupInvokerSpec spec,
        @Nullable InvokerPhase phase) {

    /** The kind of all invokers so far. */
    public static final String BACKUP_CONFIGURATION = "BackupConfiguration";

    /** A BackupConfiguration, which has a specification. */
    public static BackupInvoker of(BackupConfiguration object) {
        InvokerPhase phase =
                object.getStatus() == null ? null : object.getStatus().phase();
        return new BackupInvoker(BACKUP_CONFIGURATION, object.getMetadata(), object.getSpec(), phase);
    }

    public String name() {
        return metadata.getName();
    }

    public String namespace() {
        return metadata.getNamespace();
    }

    /** A new session for it. The name tells sessions apart: whoever creates it twice gets one. */
    public BackupSession session(String name, int retryLeft) {
        BackupSession session = new BackupSession();
        session.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(namespace())
                .withLabels(labels(Labels.COMPONENT_BACKUP))
                .withOwnerReferences(owner())
                .build());
        session.setSpec(new BackupSessionSpec(new InvokerRef(ApiGroup.STASH, kind, name()), retryLeft));
        return session;
    }

    /** The labels of objects that are created for it. */
    public Map<String, String> labels(String component) {
        Map<String, String> labels = new HashMap<>(metadata.getLabels() == null ? Map.of() : metadata.getLabels());
        labels.put(Labels.MANAGED_BY, ApiGroup.STASH);
        labels.put(Labels.COMPONENT, component);
        labels.put(Labels.INVOKER_TYPE, kind);
        labels.put(Labels.INVOKER_NAME, Labels.value(name()));
        TargetRef target =
                spec.members().isEmpty() ? null : target(spec.members().getFirst());
        if (target != null && target.kind() != null && target.name() != null) {
            labels.put(Labels.TARGET_KIND, target.kind());
            labels.put(Labels.TARGET_NAME, Labels.value(target.name()));
            labels.put(Labels.TARGET_NAMESPACE, target.namespace() == null ? namespace() : target.namespace());
        }
        return labels;
    }

    /** It as one for which pods work. */
    public Recipient recipient() {
        return new Recipient(namespace(), labels(Labels.COMPONENT_BACKUP), owner());
    }

    /** Makes an object go with it. */
    public OwnerReference owner() {
        return new OwnerReferenceBuilder()
                .withApiVersion(ApiGroup.STASH + "/" + ApiGroup.V1BETA1)
                .withKind(kind)
                .withName(name())
                .withUid(metadata.getUid())
                .withController(true)
                .withBlockOwnerDeletion(true)
                .build();
    }

    private static @Nullable TargetRef target(BackupMember member) {
        return member.target() == null ? null : member.target().ref();
    }
}
