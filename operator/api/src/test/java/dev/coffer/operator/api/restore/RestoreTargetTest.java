package dev.coffer.operator.api.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Yaml;
import org.junit.jupiter.api.Test;

class RestoreTargetTest {

    private final RestoreTarget target = target("""
            rules:
              - {paths: [/first]}
              - {targetHosts: [a, b], paths: [/named]}
              - {paths: [/last]}
            """);

    @Test
    void a_rule_that_names_the_host_counts_before_all_others() {
        assertThat(target.ruleFor("b").orElseThrow().paths()).containsExactly("/named");
    }

    @Test
    void a_host_that_no_rule_names_gets_the_last_rule_without_hosts() {
        assertThat(target.ruleFor("c").orElseThrow().paths()).containsExactly("/last");
    }

    @Test
    void a_host_without_a_rule_gets_nothing() {
        assertThat(target("rules: [{targetHosts: [a]}]").ruleFor("b")).isEmpty();
    }

    private static RestoreTarget target(String yaml) {
        return Yaml.read(yaml, RestoreTarget.class);
    }
}
