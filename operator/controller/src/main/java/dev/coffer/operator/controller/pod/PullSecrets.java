package dev.coffer.operator.controller.pod;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Secrets that the operator gives to a pod so that nodes can pull its image.
 *
 * <p>Kubernetes gives a pod the Secrets of its service account only if it names none by itself. A pod that names none but for the
 * operator therefore gets those of its account from the operator as well, or its other images might not be pulled any more.
 *
 * @param copies names of the Secrets; if there are none, nothing is added to any pod
 * @param ofAccount names of those of the pod's service account
 */
public record PullSecrets(List<String> copies, List<String> ofAccount) {

    /** Nothing is added to any pod. */
    public static final PullSecrets NONE = new PullSecrets(List.of(), List.of());

    public PullSecrets {
        copies = List.copyOf(copies);
        ofAccount = List.copyOf(ofAccount);
    }

    /** The names that have to be added to those that a pod has by itself. */
    public List<String> besides(List<String> own) {
        Stream<String> added = own.isEmpty() && !copies.isEmpty()
                ? Stream.concat(ofAccount.stream(), copies.stream())
                : copies.stream();
        return added.distinct().filter(name -> !own.contains(name)).toList();
    }

    /** The pod with them. */
    public PodTemplateSpec into(PodTemplateSpec pod) {
        List<LocalObjectReference> own = pod.getSpec().getImagePullSecrets();
        List<LocalObjectReference> added = references(besides(names(own)));
        return new PodTemplateSpecBuilder(pod)
                .editSpec()
                .withImagePullSecrets(union(own, added))
                .endSpec()
                .build();
    }

    /** Both, each Secret once. */
    public static List<LocalObjectReference> union(
            List<LocalObjectReference> first, List<LocalObjectReference> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    public static List<String> names(List<LocalObjectReference> references) {
        return references.stream().map(LocalObjectReference::getName).toList();
    }

    public static List<LocalObjectReference> references(List<String> names) {
        return names.stream().map(LocalObjectReference::new).toList();
    }
}
