package dev.coffer.operator.api.validation;

import static dev.coffer.operator.api.Yaml.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupBatchSpec;
import dev.coffer.operator.api.backup.BackupConfigurationSpec;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupSessionSpec;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.restore.RestoreBatchSpec;
import dev.coffer.operator.api.restore.RestoreSessionSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

    private static final String HERE = "shop";

    @Nested
    class Repositories {

        @ParameterizedTest
        @ValueSource(strings = {"/stash", "/stash/data"})
        void a_repository_is_not_where_the_operator_has_its_files(String path) {
            assertThat(Validator.repository(local(path)))
                    .singleElement()
                    .hasToString("spec.backend.local.mountPath: /stash belongs to the operator;"
                            + " choose another mountPath, such as /repository");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/stashed", "/safe/stash", "/"})
        void a_repository_may_be_anywhere_else(String path) {
            assertThat(Validator.repository(local(path))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{wipeOut: true, backend: {local: {mountPath: /data, emptyDir: {}}}}",
                    "{wipeOut: true, backend: {b2: {bucket: b}}}",
                    "{}"
                })
        void every_store_may_be_wiped_out(String spec) {
            assertThat(Validator.repository(read(spec, RepositorySpec.class))).isEmpty();
        }

        @Test
        void a_rest_server_has_a_url() {
            assertThat(Validator.repository(read("{backend: {rest: {url: 'http://r/x'}}}", RepositorySpec.class)))
                    .isEmpty();
            assertThat(Validator.repository(read("{backend: {rest: {url: my-server}}}", RepositorySpec.class)))
                    .singleElement()
                    .hasToString("spec.backend.rest.url: \"my-server\" is no URL;"
                            + " write it like https://rest-server.storage.svc:8000/shop");
        }

        private static RepositorySpec local(String path) {
            return read("{backend: {local: {emptyDir: {}, mountPath: " + path + "}}}", RepositorySpec.class);
        }
    }

    @Nested
    class Usage {

        private static final Map<String, String> LABELS = Map.of("team", "shop", "stage", "live");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{usagePolicy: {}}",
                    "{usagePolicy: {allowedNamespaces: {}}}",
                    "{usagePolicy: {allowedNamespaces: {from: Same}}}",
                    "{usagePolicy: {allowedNamespaces: {from: Selector}}}",
                    "{usagePolicy: {allowedNamespaces: {from: Selector, selector: {matchLabels: {team: other}}}}}"
                })
        void other_namespaces_may_use_a_repository_only_if_it_says_so(String spec) {
            assertThat(Validator.usage(read(spec, RepositorySpec.class), "storage", HERE, LABELS))
                    .singleElement()
                    .hasToString("spec.repository: the Repository in namespace storage does not allow its use from"
                            + " namespace shop; change spec.usagePolicy of the Repository");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{usagePolicy: {allowedNamespaces: {from: Selector}}}"})
        void its_own_namespace_may_always_use_a_repository(String spec) {
            assertThat(Validator.usage(read(spec, RepositorySpec.class), HERE, HERE, LABELS))
                    .isEmpty();
        }

        @Test
        void all_namespaces_may_use_a_repository_that_is_for_all() {
            RepositorySpec spec = read("{usagePolicy: {allowedNamespaces: {from: All}}}", RepositorySpec.class);
            assertThat(Validator.usage(spec, "storage", HERE, Map.of())).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {}                                                                   | true
                {matchLabels: {team: shop, stage: live}}                             | true
                {matchLabels: {team: shop, stage: test}}                             | false
                {matchExpressions: [{key: stage, operator: In, values: [test,live]}]}| true
                {matchExpressions: [{key: stage, operator: In, values: [test]}]}     | false
                {matchExpressions: [{key: none, operator: In, values: [test]}]}      | false
                {matchExpressions: [{key: stage, operator: NotIn, values: [test]}]}  | true
                {matchExpressions: [{key: stage, operator: NotIn, values: [live]}]}  | false
                {matchExpressions: [{key: none, operator: NotIn, values: [live]}]}   | true
                {matchExpressions: [{key: stage, operator: Exists}]}                 | true
                {matchExpressions: [{key: none, operator: Exists}]}                  | false
                {matchExpressions: [{key: none, operator: DoesNotExist}]}            | true
                {matchExpressions: [{key: stage, operator: DoesNotExist}]}           | false
                {matchExpressions: [{key: stage, operator: Sometimes}]}              | false
                """)
        void a_selector_chooses_namespaces_by_their_labels(String selector, boolean allowed) {
            RepositorySpec spec = read(
                    "{usagePolicy: {allowedNamespaces: {from: Selector, selector: " + selector + "}}}",
                    RepositorySpec.class);
            assertThat(Validator.usage(spec, "storage", HERE, LABELS).isEmpty()).isEqualTo(allowed);
        }
    }

    @Nested
    class Backups {

        @ParameterizedTest
        @ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet", "DeploymentConfig", "PersistentVolumeClaim"})
        void volumes_cannot_be_reached_from_another_namespace(String kind) {
            assertThat(Validator.backup(target("{kind: " + kind + ", name: web, namespace: other}"), HERE))
                    .singleElement()
                    .hasToString("spec.target.ref.namespace: a " + kind + " of namespace other cannot be reached from"
                            + " namespace shop; create this object in namespace other");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{kind: AppBinding, name: db, namespace: other}",
                    "{kind: Deployment, name: web, namespace: shop}",
                    "{kind: Deployment, name: web}",
                    "{}"
                })
        void other_targets_can(String ref) {
            assertThat(Validator.backup(target(ref), HERE)).isEmpty();
        }

        @Test
        void a_dump_of_objects_can_be_taken_of_any_namespace() {
            assertThat(Validator.backup(
                            configuration("{task: {name: kubedump-backup-0.2.0},"
                                    + " target: {ref: {kind: Deployment, name: web, namespace: other}}}"),
                            HERE))
                    .isEmpty();
        }

        @Test
        void a_member_is_named_by_its_place() {
            BackupBatchSpec batch = read(
                    "{members: [{target: {alias: a}}, {target: {alias: b, ref: {kind: Deployment, namespace: other}}}]}",
                    BackupBatchSpec.class);
            assertThat(Validator.backup(batch, HERE))
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.field()).isEqualTo("spec.members[1].target.ref.namespace"));
        }

        @ParameterizedTest
        @CsvSource({
            "timeOut, spec.timeOut",
            "scheduleJitter, spec.scheduleJitter",
            "startingDeadline, spec.startingDeadline"
        })
        void durations_are_checked(String field, String path) {
            assertThat(Validator.backup(configuration("{" + field + ": 90s}"), HERE))
                    .isEmpty();
            assertThat(Validator.backup(configuration("{" + field + ": 1 day}"), HERE))
                    .singleElement()
                    .hasToString(path + ": \"1 day\" is no duration; write it like 90s, 10m or 1h30m");
            assertThat(Validator.backup(configuration("{" + field + ": -1s}"), HERE))
                    .hasSize(1);
        }

        @Test
        void the_delay_of_a_retry_is_checked() {
            assertThat(Validator.backup(configuration("{retryConfig: {maxRetry: 3}}"), HERE))
                    .isEmpty();
            assertThat(Validator.backup(configuration("{retryConfig: {delay: soon}}"), HERE))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("spec.retryConfig.delay"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTC", "Europe/Berlin", "+02:00"})
        void time_zones_are_known(String zone) {
            assertThat(Validator.backup(configuration("{timeZone: \"" + zone + "\"}"), HERE))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Berlin", "Europe/Atlantis", "a zone"})
        void other_text_is_no_time_zone(String zone) {
            assertThat(Validator.backup(configuration("{timeZone: \"" + zone + "\"}"), HERE))
                    .singleElement()
                    .hasToString("spec.timeZone: \"" + zone + "\" is no time zone; write it like Europe/Berlin or UTC");
        }

        @Test
        void members_that_get_mixed_up_are_warned_of() {
            BackupBatchSpec batch = read(
                    "{members: [{target: {}}, {target: {alias: a}}, {target: {alias: a}}, {target: {alias: ''}}]}",
                    BackupBatchSpec.class);
            assertThat(Validator.backup(batch, HERE))
                    .allSatisfy(problem -> assertThat(problem.isError()).isFalse())
                    .extracting(Problem::field)
                    .containsExactly("spec.members[2].target.alias", "spec.members[3].target.alias");
        }

        @Test
        void an_unknown_order_is_warned_of() {
            BackupBatchSpec batch = read("{executionOrder: Random}", BackupBatchSpec.class);
            assertThat(Validator.backup(batch, HERE)).singleElement().satisfies(problem -> {
                assertThat(problem.isError()).isFalse();
                assertThat(problem)
                        .hasToString(
                                "spec.executionOrder: \"Random\" is taken for Parallel; write Parallel or Sequential");
            });
        }

        @Test
        void the_target_stays_while_it_is_backed_up() {
            BackupInvokerSpec web = target("{kind: Deployment, name: web}");
            BackupInvokerSpec db = target("{kind: Deployment, name: db}");
            assertThat(Validator.backupChange(web, db, InvokerPhase.READY))
                    .singleElement()
                    .hasToString("spec.target: the target cannot be changed while it is being backed up;"
                            + " create another object for it");
            assertThat(Validator.backupChange(web, db, InvokerPhase.NOT_READY)).isEmpty();
            assertThat(Validator.backupChange(web, db, null)).isEmpty();
        }

        @Test
        void all_but_the_target_may_change_at_any_time() {
            BackupInvokerSpec daily = configuration("{schedule: '@daily', target: {alias: a, ref: {name: web}}}");
            BackupInvokerSpec hourly = configuration("{schedule: '@hourly', target: {alias: a, ref: {name: web}}}");
            assertThat(Validator.backupChange(daily, hourly, InvokerPhase.READY))
                    .isEmpty();
        }

        @Test
        void a_session_never_changes() {
            BackupSessionSpec session = read("{invoker: {kind: BackupBatch, name: a}}", BackupSessionSpec.class);
            BackupSessionSpec other = read("{invoker: {kind: BackupBatch, name: b}}", BackupSessionSpec.class);
            assertThat(Validator.sessionChange(session, session)).isEmpty();
            assertThat(Validator.sessionChange(session, other))
                    .singleElement()
                    .hasToString("spec: a BackupSession cannot be changed; create another one");
        }

        private static BackupInvokerSpec target(String ref) {
            return configuration("{target: {ref: " + ref + "}}");
        }

        private static BackupConfigurationSpec configuration(String spec) {
            return read(spec, BackupConfigurationSpec.class);
        }
    }

    @Nested
    class Restores {

        @Test
        void one_rule_may_be_for_all_other_hosts() {
            assertThat(check("[{targetHosts: [a]}, {targetHosts: [b, c], paths: [/x]}, {snapshots: [latest]}]"))
                    .isEmpty();
        }

        @Test
        void two_rules_for_all_other_hosts_contradict_each_other() {
            assertThat(check("[{paths: [/a]}, {targetHosts: [x]}, {paths: [/b]}]"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.field()).isEqualTo("spec.target.rules[2].targetHosts");
                        assertThat(problem.message()).contains("only one rule may be without targetHosts");
                    });
        }

        @Test
        void two_rules_for_the_same_host_contradict_each_other() {
            assertThat(check("[{targetHosts: [a, b]}, {targetHosts: [b]}]"))
                    .singleElement()
                    .hasToString("spec.target.rules[1].targetHosts: host b is named twice; name it in one rule only");
        }

        @Test
        void a_rule_has_snapshots_or_paths() {
            assertThat(check("[{snapshots: [latest], paths: [/data]}]"))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("spec.target.rules[0].snapshots"));
        }

        @Test
        void deprecated_rules_are_checked_where_they_stand() {
            RestoreSessionSpec spec =
                    read("{rules: [{paths: [/a]}, {paths: [/b]}], target: {}}", RestoreSessionSpec.class);
            assertThat(Validator.restore(spec, HERE))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("spec.rules[1].targetHosts"));
        }

        @Test
        void rules_of_a_member_are_checked() {
            RestoreBatchSpec spec = read(
                    "{executionOrder: Odd, members: [{target: {rules: [{targetHosts: [a, a]}]}}]}",
                    RestoreBatchSpec.class);
            assertThat(Validator.restore(spec, HERE))
                    .extracting(Problem::field)
                    .containsExactly("spec.members[0].target.rules[0].targetHosts", "spec.executionOrder");
        }

        @Test
        void volumes_cannot_be_reached_from_another_namespace() {
            RestoreSessionSpec spec =
                    read("{target: {ref: {kind: Deployment, namespace: other}}}", RestoreSessionSpec.class);
            assertThat(Validator.restore(spec, HERE))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("spec.target.ref.namespace"));
        }

        @Test
        void the_deadline_is_checked() {
            assertThat(Validator.restore(read("{timeOut: later}", RestoreSessionSpec.class), HERE))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("spec.timeOut"));
        }

        @Test
        void a_restore_never_changes() {
            RestoreSessionSpec spec = read("{timeOut: 1h}", RestoreSessionSpec.class);
            assertThat(Validator.restoreChange(spec, read("{timeOut: 1h}", RestoreSessionSpec.class)))
                    .isEmpty();
            assertThat(Validator.restoreChange(spec, read("{timeOut: 2h}", RestoreSessionSpec.class)))
                    .singleElement()
                    .hasToString("spec: a RestoreSession cannot be changed; create another one");
        }

        @Test
        void rules_that_move_into_the_target_are_no_change() {
            RestoreSessionSpec written =
                    read("{target: {alias: a}, rules: [{paths: [/data]}]}", RestoreSessionSpec.class);
            RestoreSessionSpec stored =
                    read("{target: {alias: a, rules: [{paths: [/data]}]}}", RestoreSessionSpec.class);
            assertThat(Validator.restoreChange(stored, written)).isEmpty();
            assertThat(Validator.restoreChange(written, stored)).isEmpty();
        }

        private static List<Problem> check(String rules) {
            return Validator.restore(read("{target: {rules: " + rules + "}}", RestoreSessionSpec.class), HERE);
        }
    }
}
