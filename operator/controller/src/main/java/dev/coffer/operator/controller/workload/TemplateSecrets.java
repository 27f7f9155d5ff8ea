package dev.coffer.operator.controller.workload;

import dev.coffer.operator.controller.pod.PullSecrets;
import dev.coffer.operator.controller.workload.Injection.Place;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Secrets in a pod template with which the images of the operator's containers are pulled. An annotation for each container names
 * what is there for its sake, so that this goes with it, and nothing that the template has by itself.
 */
final class TemplateSecrets {

    private TemplateSecrets() {}

    /** Whether the template has what a container needs, and nothing that it does not need any more. */
    static boolean areIn(PodTemplateSpec template, Place place, PullSecrets wanted) {
        List<String> recorded = recorded(template, place);
        return recorded.equals(wanted.besides(own(template))) && names(template).containsAll(recorded);
    }

    /** The template with what a container needs; nothing is there for its sake yet. */
    static PodTemplateSpec into(PodTemplateSpec template, Place place, PullSecrets wanted) {
        List<String> added = wanted.besides(own(template));
        if (added.isEmpty()) {
            return template;
        }
        List<String> all = Stream.concat(names(template).stream(), added.stream())
                .distinct()
                .toList();
        return new PodTemplateSpecBuilder(withNames(template, all))
                .editOrNewMetadata()
                .addToAnnotations(place.secretsAnnotation(), String.join(",", added))
                .endMetadata()
                .build();
    }

    /** The template without what is there for the sake of a container alone. */
    static PodTemplateSpec remove(PodTemplateSpec template, Place place) {
        List<String> removed = recorded(template, place);
        if (removed.isEmpty()) {
            return template;
        }
        PodTemplateSpec without = new PodTemplateSpecBuilder(template)
                .editMetadata()
                .removeFromAnnotations(place.secretsAnnotation())
                .endMetadata()
                .build();
        List<String> shared = recorded(without);
        return withNames(
                without,
                names(without).stream()
                        .filter(name -> !removed.contains(name) || shared.contains(name))
                        .toList());
    }

    /** What the template has by itself. */
    private static List<String> own(PodTemplateSpec template) {
        List<String> recorded = recorded(template);
        return names(template).stream().filter(name -> !recorded.contains(name)).toList();
    }

    private static List<String> recorded(PodTemplateSpec template) {
        return Stream.of(Place.values())
                .flatMap(place -> recorded(template, place).stream())
                .toList();
    }

    private static List<String> recorded(PodTemplateSpec template, Place place) {
        Map<String, String> annotations =
                template.getMetadata() == null ? null : template.getMetadata().getAnnotations();
        String names = annotations == null ? null : annotations.get(place.secretsAnnotation());
        return names == null || names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    private static List<String> names(PodTemplateSpec template) {
        return PullSecrets.names(template.getSpec().getImagePullSecrets());
    }

    private static PodTemplateSpec withNames(PodTemplateSpec template, List<String> names) {
        return new PodTemplateSpecBuilder(template)
                .editSpec()
                .withImagePullSecrets(PullSecrets.references(names))
                .endSpec()
                .build();
    }
}
