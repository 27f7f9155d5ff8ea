package dev.coffer.operator.controller.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.runtime.ContainerRuntimeSettings;
import dev.coffer.operator.api.runtime.IoNiceSettings;
import dev.coffer.operator.api.runtime.NiceSettings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerSettingsTest {

    private static final Container CONTAINER = new ContainerBuilder()
            .withName("a")
            .addNewEnv()
            .withName("A")
            .withValue("1")
            .endEnv()
            .build();

    @Test
    void without_settings_a_container_stays_as_it_is() {
        assertThat(ContainerSettings.apply(CONTAINER, null)).isEqualTo(CONTAINER);
    }

    @Test
    void requests_count_without_limits() {
        ResourceRequirements requests = new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity("1"))
                .build();
        assertThat(ContainerSettings.apply(
                                CONTAINER,
                                new ContainerRuntimeSettings(
                                        requests, null, null, null, null, null, null, List.of(), List.of()))
                        .getResources())
                .isEqualTo(requests);
    }

    @Test
    void a_variable_of_the_settings_replaces_that_of_the_container() {
        ContainerRuntimeSettings settings = new ContainerRuntimeSettings(
                null, null, null, null, null, null, null, List.of(), List.of(new EnvVar("A", "2", null)));
        assertThat(ContainerSettings.apply(CONTAINER, settings).getEnv()).containsExactly(new EnvVar("A", "2", null));
    }

    @Test
    void priorities_become_variables() {
        ContainerRuntimeSettings settings = new ContainerRuntimeSettings(
                null, null, null, null, null, new NiceSettings(5), new IoNiceSettings(2, 7), List.of(), List.of());
        assertThat(ContainerSettings.apply(CONTAINER, settings).getEnv())
                .extracting(EnvVar::getName)
                .containsExactly("A", "NICE_ADJUSTMENT", "IONICE_CLASS", "IONICE_CLASS_DATA");
    }
}
