package dev.coffer.operator.controller.admission.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.controller.admission.Reviews;
import dev.coffer.operator.controller.cluster.Json;
import io.fabric8.zjsonpatch.JsonPatch;
import org.junit.jupiter.api.Test;

class RestoreDefaultsTest {

    private final RestoreDefaults defaults = new RestoreDefaults(new Json(Clients.serialization()));

    @Test
    void rules_move_into_the_target() {
        String session = """
                {"spec": {"rules": [{"paths": ["/data"]}], "target": {"alias": "a"}, "unheardOf": 1}}""";
        JsonNode patch = patch(session);
        assertThat(patch).hasSize(2);
        assertThat(JsonPatch.apply(patch, Reviews.json(session))).isEqualTo(Reviews.json("""
                {"spec": {"target": {"alias": "a", "rules": [{"paths": ["/data"]}]}, "unheardOf": 1}}"""));
    }

    @Test
    void rules_beside_those_of_the_target_go_as_they_do_not_count() {
        assertThat(patch("""
                {"spec": {"rules": [{"paths": ["/old"]}], "target": {"rules": [{"paths": ["/new"]}]}}}""")).isEqualTo(Reviews.json("""
                [{"op": "remove", "path": "/spec/rules"}]"""));
    }

    @Test
    void anything_else_stays_as_it_is() {
        assertThat(patch("""
                {"spec": {"target": {"rules": [{"paths": ["/new"]}]}}}""")).isEmpty();
        assertThat(patch("{\"metadata\": {}}")).isEmpty();
    }

    private JsonNode patch(String session) {
        return defaults.review(Reviews.creation("RestoreSession", "some", session))
                .patch();
    }
}
