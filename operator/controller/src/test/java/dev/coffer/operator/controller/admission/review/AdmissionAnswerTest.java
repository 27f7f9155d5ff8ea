package dev.coffer.operator.controller.admission.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.operator.controller.admission.Reviews;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionAnswerTest {

    @Test
    void what_is_fine_is_allowed_without_further_words() {
        assertThat(AdmissionAnswer.allowed().toReview("7")).isEqualTo(Reviews.json("""
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                 "response": {"uid": "7", "allowed": true}}"""));
    }

    @Test
    void a_refusal_says_why_and_warns_of_the_rest() {
        AdmissionAnswer answer = AdmissionAnswer.refused("spec.a: is wrong", List.of("spec.b: is odd"));
        assertThat(answer.toReview("7").path("response")).isEqualTo(Reviews.json("""
                {"uid": "7", "allowed": false,
                 "status": {"code": 400, "reason": "BadRequest", "message": "spec.a: is wrong"},
                 "warnings": ["spec.b: is odd"]}"""));
    }

    @Test
    void a_change_is_a_json_patch() {
        JsonNode patch = Reviews.json("""
                [{"op": "remove", "path": "/spec/a"}]""");
        JsonNode response = AdmissionAnswer.changed(patch).toReview("7").path("response");
        assertThat(response.path("patchType").asText()).isEqualTo("JSONPatch");
        byte[] sent = Base64.getDecoder().decode(response.path("patch").asText());
        assertThat(Reviews.json(new String(sent, StandardCharsets.UTF_8))).isEqualTo(patch);
    }

    @Test
    void nothing_to_change_is_no_patch() {
        assertThat(AdmissionAnswer.changed(Reviews.json("[]"))).isEqualTo(AdmissionAnswer.allowed());
    }
}
