package dev.coffer.operator.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

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
        assertThat(MergePatch.between(read(before), read(after))).isEqualTo(read(patch));
    }

    @ParameterizedTest(name = "{1} added to {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":{"c":2}}           | {"b":{"d":3}}          | {"b":{"d":3}}
            {"a":1,"b":{"c":2}}           | {"a":1,"b":{"c":2}}    | {}
            {"a":1,"b":{"c":2}}           | {"b":{"c":4}}          | {"b":{"c":4}}
            """)
    void additions_leave_the_rest_alone(String before, String wanted, String patch) throws JsonProcessingException {
        assertThat(MergePatch.additions(read(before), read(wanted))).isEqualTo(read(patch));
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
