package dev.coffer.operator.controller.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PullSecretsTest {

    private static final PullSecrets SECRETS =
            new PullSecrets(List.of("registry-b", "mirror-b"), List.of("pull-app", "registry-b"));

    @Test
    void a_pod_that_names_some_keeps_them_and_needs_the_copies_that_it_lacks() {
        assertThat(SECRETS.besides(List.of("app", "mirror-b"))).containsExactly("registry-b");
    }

    @Test
    void a_pod_that_names_none_needs_those_of_its_account_as_well() {
        assertThat(SECRETS.besides(List.of())).containsExactly("pull-app", "registry-b", "mirror-b");
    }

    @Test
    void without_copies_kubernetes_gives_a_pod_those_of_its_account_by_itself() {
        assertThat(new PullSecrets(List.of(), List.of("pull-app")).besides(List.of()))
                .isEmpty();
    }
}
