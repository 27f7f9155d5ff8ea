package dev.coffer.operator.controller.admission.review;

/** Decides about objects that are about to be stored. Changes nothing in the cluster, as it may be asked on trial. */
@FunctionalInterface
public interface Reviewer {

    /**
     * Decides about one object. Called by several threads at once.
     *
     * @throws RuntimeException if there is no telling; the failure policy of the webhook then decides
     */
    AdmissionAnswer review(AdmissionRequest request);
}
