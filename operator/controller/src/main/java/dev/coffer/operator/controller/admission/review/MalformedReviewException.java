package dev.coffer.operator.controller.admission.review;

/** Something was sent that is no AdmissionReview of a version that is known. */
public final class MalformedReviewException extends Exception {

    MalformedReviewException(String message) {
        super(message);
    }
}
