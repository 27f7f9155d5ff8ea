package dev.coffer.operator.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Grant GRANT = new Grant(
            "job",
            "demo",
            "account",
            PodRole.BACKUP_JOB,
            Map.of(),
            new OwnerReferenceBuilder().withName("photos").build());

    @Test
    void no_secret_but_that_of_the_repository_can_be_read() {
        assertThat(GRANT.objects(repository("demo")))
                .filteredOn(Role.class::isInstance)
                .flatExtracting(role -> ((Role) role).getRules())
                .filteredOn(rule -> rule.getResources().contains("secrets"))
                .singleElement()
                .returns(List.of("secret"), PolicyRule::getResourceNames)
                .returns(List.of("get"), PolicyRule::getVerbs);
    }

    @Test
    void objects_of_the_invokers_namespace_go_with_it_and_others_with_the_repository() {
        assertThat(GRANT.objects(repository("elsewhere")))
                .allSatisfy(object -> assertThat(object.getMetadata().getOwnerReferences())
                        .singleElement()
                        .returns(
                                object.getMetadata().getNamespace().equals("demo") ? "photos" : "store",
                                OwnerReference::getName))
                .extracting(object -> object.getMetadata().getNamespace())
                .containsExactly("demo", "elsewhere", "elsewhere");
    }

    @Test
    void no_two_objects_have_one_name() {
        assertThat(GRANT.objects(repository("demo"))).extracting(GrantTest::id).doesNotHaveDuplicates();
    }

    @Test
    void rights_elsewhere_do_not_meet_those_of_another_namespace() {
        Grant other = new Grant("job", "other", "account", PodRole.BACKUP_JOB, Map.of(), null);
        assertThat(other.repositoryObjects(repository("elsewhere")))
                .extracting(GrantTest::id)
                .doesNotContainAnyElementsOf(GRANT.repositoryObjects(repository("elsewhere")).stream()
                        .map(GrantTest::id)
                        .toList());
    }

    private static String id(HasMetadata object) {
        return object.getKind() + object.getMetadata().getName();
    }

    private static Repository repository(String namespace) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "%s"},
                 "spec": {"backend": {"storageSecretName": "secret"}}}""".formatted(namespace), Repository.class);
    }
}
