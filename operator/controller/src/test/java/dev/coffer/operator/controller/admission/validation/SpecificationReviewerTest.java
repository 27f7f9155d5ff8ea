package dev.coffer.operator.controller.admission.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupBatch;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreBatch;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.FakeApiServer;
import dev.coffer.operator.controller.admission.Reviews;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificationReviewerTest {

    private final FakeApiServer server = new FakeApiServer();
    private final SpecificationReviewer reviewer = new SpecificationReviewer(server.client());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_kinds_with_rules_are_known() {
        assertThat(reviewer.kinds())
                .containsExactly(
                        Repository.class,
                        BackupConfiguration.class,
                        BackupBatch.class,
                        BackupSession.class,
                        RestoreSession.class,
                        RestoreBatch.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Repository          | {"backend": {"local": {"mountPath": "/stash/data"}}}                                | spec.backend.local.mountPath
            BackupConfiguration | {"schedule": "every day"}                                                           | spec.schedule
            BackupConfiguration | {"timeZone": "Berlin"}                                                              | spec.timeZone
            BackupConfiguration | {"target": {"ref": {"kind": "Deployment", "name": "web", "namespace": "other"}}}    | spec.target.ref.namespace
            BackupBatch         | {"schedule": "61 * * * *", "members": []}                                           | spec.schedule
            RestoreSession      | {"rules": [{"paths": ["/a"]}, {"paths": ["/b"]}], "target": {"alias": "a"}}         | spec.rules[1].targetHosts
            RestoreBatch        | {"members": [{"target": {"rules": [{"snapshots": ["1"], "paths": ["/a"]}]}}]}       | spec.members[0].target.rules[0].snapshots
            """)
    void a_specification_that_breaks_a_rule_is_refused_with_the_place(String kind, String spec, String place) {
        assertThat(review(kind, spec).refusal())
                .hasValueSatisfying(why -> assertThat(why).startsWith(place + ": "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Repository          | {"backend": {"local": {"mountPath": "/repository"}}, "wipeOut": true}
            BackupConfiguration | {"schedule": "*/5 * * * *", "target": {"ref": {"kind": "Deployment", "name": "web"}}}
            BackupConfiguration | {"repository": {"name": "none-of-that-name-yet"}}
            BackupSession       | {"invoker": {"kind": "BackupConfiguration", "name": "web"}}
            RestoreSession      | {"target": {"rules": [{"targetHosts": ["host-0"]}, {"targetHosts": []}]}}
            Task                | {"steps": []}
            """)
    void one_that_breaks_none_is_allowed(String kind, String spec) {
        assertThat(review(kind, spec)).isEqualTo(AdmissionAnswer.allowed());
    }

    @Test
    void what_is_only_odd_is_warned_of() {
        AdmissionAnswer answer = review("BackupBatch", """
                {"executionOrder": "Backwards"}""");
        assertThat(answer.refusal()).isEmpty();
        assertThat(answer.warnings()).singleElement().asString().startsWith("spec.executionOrder: ");
    }

    @Test
    void a_repository_of_a_namespace_that_keeps_it_for_itself_is_refused() {
        server.create("""
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "demo"}}""", repository("mine", "Same"), repository("ours", "All"));
        String spec = """
                {"repository": {"name": "%s", "namespace": "store"}}""";
        assertThat(review("BackupConfiguration", spec.formatted("mine")).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("does not allow its use from namespace demo"));
        assertThat(review("RestoreSession", spec.formatted("mine")).refusal()).isPresent();
        assertThat(review("BackupConfiguration", spec.formatted("ours"))).isEqualTo(AdmissionAnswer.allowed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BackupSession  | {"invoker": {"name": "a"}} | {"invoker": {"name": "b"}}
            RestoreSession | {"timeOut": "1h"}          | {"timeOut": "2h"}
            RestoreBatch   | {"timeOut": "1h"}          | {"timeOut": "2h"}
            """)
    void a_session_never_changes(String kind, String before, String after) {
        assertThat(change(kind, object(before), object(after)).refusal())
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be changed"));
    }

    @ParameterizedTest
    @CsvSource({"BackupConfiguration, Ready, true", "BackupConfiguration, NotReady, false"})
    void a_target_changes_only_as_long_as_it_is_not_backed_up(String kind, String phase, boolean refused) {
        String before = """
                {"metadata": {"name": "some"}, "spec": {"target": {"ref": {"kind": "Deployment", "name": "a"}}},
                 "status": {"phase": "%s"}}""".formatted(phase);
        String after = object("""
                {"target": {"ref": {"kind": "Deployment", "name": "b"}}}""");
        assertThat(change(kind, before, after).refusal().isPresent()).isEqualTo(refused);
    }

    @Test
    void an_object_that_is_wrong_already_can_still_get_labels_and_lose_finalizers() {
        String wrong = "{\"schedule\": \"never\"}";
        String labelled = "{\"metadata\": {\"labels\": {\"a\": \"b\"}}, \"spec\": " + wrong + "}";
        assertThat(change("BackupConfiguration", object(wrong), labelled)).isEqualTo(AdmissionAnswer.allowed());
    }

    @Test
    void an_object_that_is_being_removed_is_let_go() {
        String going = """
                {"metadata": {"deletionTimestamp": "2026-03-01T06:00:00Z"}, "spec": {"schedule": "never"}}""";
        assertThat(change("BackupConfiguration", object("{}"), going)).isEqualTo(AdmissionAnswer.allowed());
    }

    private AdmissionAnswer review(String kind, String spec) {
        return reviewer.review(Reviews.creation(kind, "some", object(spec)));
    }

    private AdmissionAnswer change(String kind, String before, String after) {
        return reviewer.review(Reviews.change(kind, before, after));
    }

    private static String object(String spec) {
        return "{\"metadata\": {\"name\": \"some\"}, \"spec\": " + spec + "}";
    }

    private static String repository(String name, String from) {
        return """
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "%s", "namespace": "store"},
                 "spec": {"usagePolicy": {"allowedNamespaces": {"from": "%s"}}}}""".formatted(name, from);
    }
}
