package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.TemplateMetadata;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.variables.UnresolvedVariablesException;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.cluster.Json;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the claims that a restore fills. They belong to nobody, so that they outlive the RestoreSession; labels tell which one has
 * made them.
 */
final class ClaimTemplates {

    private final Json json;

    ClaimTemplates(Json json) {
        this.json = json;
    }

    /**
     * The claims of one replica.
     *
     * @param ordinal number of the replica; null if there are no replicas
     */
    List<PersistentVolumeClaim> claims(RestoreWork work, @Nullable Integer ordinal)
            throws UnresolvedVariablesException {
        Variables variables = new Variables(ordinal == null ? Map.of() : Map.of("POD_ORDINAL", ordinal.toString()));
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        for (VolumeClaimTemplate template : work.target().volumeClaimTemplates()) {
            VolumeClaimTemplate resolved =
                    json.read(variables.resolve(json.write(template)), VolumeClaimTemplate.class);
            claims.add(claim(work, resolved));
        }
        return claims;
    }

    private static PersistentVolumeClaim claim(RestoreWork work, VolumeClaimTemplate template) {
        Optional<TemplateMetadata> metadata = Optional.ofNullable(template.metadata());
        Map<String, String> labels =
                new HashMap<>(metadata.map(TemplateMetadata::labels).orElse(Map.of()));
        labels.putAll(work.labels());
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(metadata.map(TemplateMetadata::name).orElse(null))
                .withNamespace(work.namespace())
                .withLabels(labels)
                .withAnnotations(metadata.map(TemplateMetadata::annotations).orElse(Map.of()))
                .endMetadata()
                .withSpec(template.spec())
                .build();
    }

    /** The volumes of the pod that fills the claims: their names are those of the claims without the number of the replica. */
    static List<Volume> volumes(List<PersistentVolumeClaim> claims, @Nullable Integer ordinal) {
        return claims.stream()
                .map(claim -> claim.getMetadata().getName())
                .map(name -> new VolumeBuilder()
                        .withName(ordinal == null ? name : withoutSuffix(name, "-" + ordinal))
                        .withNewPersistentVolumeClaim()
                        .withClaimName(name)
                        .endPersistentVolumeClaim()
                        .build())
                .toList();
    }

    private static String withoutSuffix(String name, String suffix) {
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
