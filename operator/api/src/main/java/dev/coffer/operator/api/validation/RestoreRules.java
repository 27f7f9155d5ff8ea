package dev.coffer.operator.api.validation;

import dev.coffer.operator.api.restore.RestoreRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules about the rules of a restore. */
final class RestoreRules {

    private RestoreRules() {}

    static void check(Problems problems, String field, List<RestoreRule> rules) {
        boolean forAllOthers = false;
        Set<String> hosts = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            RestoreRule rule = rules.get(i);
            String place = field + "[" + i + "]";
            if (rule.targetHosts().isEmpty() && forAllOthers) {
                problems.error(
                        place + ".targetHosts",
                        "only one rule may be without targetHosts, as it is for all hosts that no other rule names;"
                                + " name the hosts of this rule");
            }
            forAllOthers |= rule.targetHosts().isEmpty();
            checkHosts(problems, place + ".targetHosts", rule.targetHosts(), hosts);
            if (!rule.snapshots().isEmpty() && !rule.paths().isEmpty()) {
                problems.error(
                        place + ".snapshots",
                        "a rule may have snapshots or paths, not both; a snapshot holds one path, so leave out paths");
            }
        }
    }

    private static void checkHosts(Problems problems, String field, List<String> hosts, Set<String> seen) {
        for (String host : hosts) {
            if (!seen.add(host)) {
                problems.error(field, "host " + host + " is named twice; name it in one rule only");
            }
        }
    }
}
