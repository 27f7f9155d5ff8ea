package dev.coffer.operator.api.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreSessionSpecTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {target: {alias: a, rules: [{paths: [/new]}]}}                           | /new | false
            {target: {alias: a}, rules: [{paths: [/old]}]}                           | /old | true
            {target: {alias: a, rules: [{paths: [/new]}]}, rules: [{paths: [/old]}]} | /new | false
            """)
    void deprecated_rules_count_if_there_are_no_others(String spec, String path, boolean deprecated) {
        RestoreSessionSpec session = Yaml.read(spec, RestoreSessionSpec.class);
        RestoreTarget target = session.members().getFirst().target();
        assertThat(target.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.paths()).containsExactly(path));
        assertThat(target.alias()).isEqualTo("a");
        assertThat(session.hasDeprecatedRules()).isEqualTo(deprecated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {target: {alias: a}, rules: [{paths: [/old]}], timeOut: 1h}              | {target: {alias: a, rules: [{paths: [/old]}]}, timeOut: 1h}
            {target: {alias: a, rules: [{paths: [/new]}]}, rules: [{paths: [/old]}]} | {target: {alias: a, rules: [{paths: [/new]}]}}
            {target: {alias: a}}                                                     | {target: {alias: a}}
            {rules: [{paths: [/old]}]}                                               | {rules: [{paths: [/old]}]}
            """)
    void the_rules_that_count_move_into_the_target(String spec, String moved) {
        assertThat(Yaml.read(spec, RestoreSessionSpec.class).withRulesInTarget())
                .isEqualTo(Yaml.read(moved, RestoreSessionSpec.class));
    }
}
