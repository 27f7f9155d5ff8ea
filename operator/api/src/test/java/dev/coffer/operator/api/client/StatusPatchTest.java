package dev.coffer.operator.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPatchTest {

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | {"phase":"Ready"}      | {"phase":"Ready"}
            {"phase":"Ready"}             | {"phase":"Ready"}      | {}
            {"phase":"Ready"}             | {"phase":"NotReady"}   | {"phase":"NotReady"}
            {"phase":"Ready"}             | {}                     | {"phase":null}
            {"hosts":[1,2]}               | {"hosts":[1]}          | {"hosts":[1]}
            {"total":{"files":1,"new":1}} | {"total":{"files":2}}  | {"total":{"files":2,"new":null}}
            {"total":{"files":1}}         | {"total":{"files":1}}  | {}
            {"total":1}                   | {"total":{"files":1}}  | {"total":{"files":1}}
            """)
    void a_patch_holds_what_changes_and_nothing_else(String before, String after, String patch)
            throws JsonProcessingException {
        assertThat(StatusPatch.difference(read(before), read(after))).isEqualTo(read(patch));
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
