package dev.coffer.operator.api.crd;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {

    private static final Map<String, CustomResourceDefinition> DEFINITIONS = CrdGenerator.generate().values().stream()
            .collect(toMap(crd -> crd.getSpec().getNames().getKind(), crd -> crd));

    static List<JsonNode> manifests() throws IOException {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void an_api_server_keeps_all_of_a_manifest(JsonNode manifest) {
        assertThat(SchemaCheck.check(schema(manifest), manifest)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void a_manifest_comes_out_of_its_java_type_as_it_went_in(JsonNode manifest) throws IOException {
        KubernetesSerialization serialization = new KubernetesSerialization();
        CustomResource<?, ?> object = serialization.unmarshal(manifest.toString(), type(manifest));
        assertThat(new ObjectMapper().readTree(serialization.asJson(object))).isEqualTo(manifest);
    }

    @Test
    void a_field_that_is_not_known_is_found_out() throws IOException {
        ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree("""
                {"kind": "Task", "spec": {"steps": [{"nome": "misspelt"}]}}""");
        assertThat(SchemaCheck.check(schema(manifest), manifest)).containsExactly("spec.steps[0].nome: pruned");
    }

    private static Class<? extends CustomResource<?, ?>> type(JsonNode manifest) {
        return Kinds.ALL.stream()
                .filter(type -> type.getSimpleName().equals(manifest.get("kind").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static JSONSchemaProps schema(JsonNode manifest) {
        return schema(manifest.get("kind").textValue());
    }

    private static JSONSchemaProps schema(String kind) {
        return DEFINITIONS
                .get(kind)
                .getSpec()
                .getVersions()
                .getFirst()
                .getSchema()
                .getOpenAPIV3Schema();
    }
}
