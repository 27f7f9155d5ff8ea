package dev.coffer.operator.agent.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class RemovalTest {

    @TempDir
    private Path folder;

    private TestCluster cluster;

    @BeforeEach
    void prepare() throws IOException {
        cluster = new TestCluster(folder).withRepository("secret");
        cluster.init();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_repository_is_removed_and_its_object_says_so() throws IOException {
        cluster.removeRepository(true);
        removal().run();
        assertThat(cluster.place().resolve("config")).doesNotExist();
        assertThat(condition().status()).isEqualTo(ConditionStatus.TRUE);
        assertThat(condition().message()).contains("was removed");
    }

    @Test
    void one_that_is_not_to_be_removed_is_left_alone() {
        assertThatThrownBy(() -> removal().run()).isInstanceOf(BadRequest.class);
        cluster.removeRepository(false);
        assertThatThrownBy(() -> removal().run()).isInstanceOf(BadRequest.class);
        assertThat(cluster.place().resolve("config")).exists();
    }

    @Test
    void without_its_secret_it_says_what_is_missing_and_the_way_out() throws IOException {
        cluster.delete(Secret.class, "store-secret");
        cluster.removeRepository(true);
        removal().run();
        assertThat(condition().status()).isEqualTo(ConditionStatus.FALSE);
        assertThat(condition().message()).contains("There is no Secret demo/store-secret", "spec.wipeOut to false");
        assertThat(cluster.place().resolve("config")).exists();
    }

    private Removal removal() {
        return new Removal(cluster.workplace("wipe-out", "node-a"), "demo", "store");
    }

    private Condition condition() {
        return Conditions.find(cluster.repository().getStatus().conditions(), ConditionType.WIPED_OUT)
                .orElseThrow();
    }
}
