package dev.coffer.operator.controller.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code operator/deploy/operator.yaml} is what Helm makes of the chart. {@code mvn test -pl operator/controller -am -Ddeploy=write}
 * writes it, which is what to do after a change of the chart.
 */
class CommittedManifestTest {

    private static final Path FILE = Path.of("../deploy/operator.yaml");

    private static final String HEAD = """
            # The operator in the namespace coffer, for those who do without Helm. Apply the definitions in crds/ as well:
            #   kubectl apply -f crds/ -f operator.yaml
            # Removing it again leaves repositories, and all objects that describe backups, as they are.
            # Made from the chart in helm/coffer-operator; do not edit.
            """;

    @Test
    void the_committed_manifest_is_up_to_date() throws IOException {
        String made = HEAD + Chart.render(Map.of("namespace.create", true));
        if ("write".equals(System.getProperty("deploy"))) {
            Files.writeString(FILE, made, UTF_8);
        }
        assertThat(Files.readString(FILE, UTF_8))
                .as(
                        "A manifest that is out of date; write it with: mvn test -pl operator/controller -am -Ddeploy=write")
                .isEqualTo(made);
    }
}
