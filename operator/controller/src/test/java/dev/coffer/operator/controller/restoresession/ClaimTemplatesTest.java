package dev.coffer.operator.controller.restoresession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.variables.UnresolvedVariablesException;
import dev.coffer.operator.controller.cluster.Json;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClaimTemplatesTest {

    private final ClaimTemplates templates = new ClaimTemplates(new Json(Clients.serialization()));

    @Test
    void each_replica_has_claims_of_its_own() throws Exception {
        List<PersistentVolumeClaim> claims = templates.claims(work("data-db-${POD_ORDINAL}"), 2);
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.getMetadata().getName()).isEqualTo("data-db-2");
            assertThat(claim.getMetadata().getLabels()).containsEntry(Labels.INVOKER_NAME, "again");
            assertThat(claim.getMetadata().getOwnerReferences()).isEmpty();
            assertThat(claim.getSpec().getStorageClassName()).isEqualTo("standard");
        });
    }

    @Test
    void volumes_are_named_without_the_number_as_mounts_are() throws Exception {
        List<PersistentVolumeClaim> claims = templates.claims(work("data-db-${POD_ORDINAL}"), 2);
        assertThat(ClaimTemplates.volumes(claims, 2))
                .singleElement()
                .returns("data-db", Volume::getName)
                .returns(
                        "data-db-2", volume -> volume.getPersistentVolumeClaim().getClaimName());
    }

    @Test
    void without_replicas_names_stay_as_they_are() throws Exception {
        List<PersistentVolumeClaim> claims = templates.claims(work("restored-2"), null);
        assertThat(ClaimTemplates.volumes(claims, null))
                .extracting(Volume::getName)
                .containsExactly("restored-2");
    }

    @Test
    void a_number_that_is_asked_for_without_replicas_is_missing() {
        assertThatThrownBy(() -> templates.claims(work("data-${POD_ORDINAL}"), null))
                .isInstanceOf(UnresolvedVariablesException.class);
    }

    private static RestoreWork work(String claim) {
        RestoreSession session = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "again", "namespace": "demo", "uid": "1"},
                 "spec": {"target": {"replicas": 3, "volumeClaimTemplates": [
                    {"metadata": {"name": "%s"}, "spec": {"storageClassName": "standard"}}]}}}""".formatted(claim), RestoreSession.class);
        return new RestoreWork(session, Objects.requireNonNull(session.getSpec().target()), new Repository());
    }
}
