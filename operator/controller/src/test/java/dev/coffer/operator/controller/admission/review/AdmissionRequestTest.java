package dev.coffer.operator.controller.admission.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.operator.controller.admission.Reviews;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionRequestTest {

    @Test
    void a_creation_is_read_with_the_object_as_it_was_sent() throws MalformedReviewException {
        String object = """
                {"kind": "Repository", "spec": {"odd": 1.50}}""";
        assertThat(AdmissionRequest.of(Reviews.json(Reviews.review("Repository", object))))
                .isEqualTo(new AdmissionRequest(
                        "705ab4f5", "Repository", "demo", "some", (ObjectNode) Reviews.json(object), Optional.empty()));
    }

    @Test
    void an_update_has_the_earlier_object() throws MalformedReviewException {
        AdmissionRequest request = AdmissionRequest.of(Reviews.json("""
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                 "request": {"uid": "1", "object": {"a": 2}, "oldObject": {"a": 1}}}"""));
        assertThat(request.before()).contains((ObjectNode) Reviews.json("{\"a\": 1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\"}",
                "{\"apiVersion\": \"admission.k8s.io/v1beta1\", \"kind\": \"AdmissionReview\","
                        + " \"request\": {\"uid\": \"1\", \"object\": {}}}",
                "{\"apiVersion\": \"admission.k8s.io/v1\", \"kind\": \"AdmissionReview\","
                        + " \"request\": {\"uid\": \"1\", \"object\": null}}"
            })
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(MalformedReviewException.class)
                .isThrownBy(() -> AdmissionRequest.of(Reviews.json(text)));
    }
}
