package dev.coffer.operator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AbsentTest {

    @Test
    void absent_lists_and_maps_are_empty() {
        TemplateMetadata metadata = Yaml.read("{labels: null}", TemplateMetadata.class);
        assertThat(metadata.labels()).isEmpty();
        assertThat(metadata.ownerReferences()).isEmpty();
    }

    @Test
    void nulls_among_the_elements_are_left_out() {
        assertThat(Yaml.read("{params: [null, {name: a, value: b}]}", TaskRef.class)
                        .params())
                .containsExactly(new Param("a", "b"));
        assertThat(Yaml.read("{labels: {a: b, c: null, d: ''}}", TemplateMetadata.class)
                        .labels())
                .isEqualTo(Map.of("a", "b", "d", ""));
    }

    @Test
    void a_value_that_is_null_is_empty() {
        assertThat(Yaml.read("{name: a, value: null}", Param.class)).isEqualTo(new Param("a", ""));
    }
}
