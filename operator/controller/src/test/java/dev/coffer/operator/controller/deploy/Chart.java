package dev.coffer.operator.controller.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The chart of the operator. */
final class Chart {

    static final Path FOLDER = Path.of("../deploy/helm/coffer-operator");

    private Chart() {}

    /** What Helm makes of it, with these values instead of the chart's. */
    static String render(Map<String, Object> values) {
        TemplateCommand command =
                new Helm(FOLDER).template().withName("coffer-operator").withNamespace("coffer");
        values.forEach(command::set);
        return command.call();
    }

    static List<HasMetadata> objects(Map<String, Object> values) {
        Object read = new KubernetesSerialization()
                .unmarshal(new ByteArrayInputStream(render(values).getBytes(StandardCharsets.UTF_8)));
        return ((Collection<?>) read).stream().map(HasMetadata.class::cast).toList();
    }

    /** The only object of a type. */
    static <T> T object(Class<T> type, Map<String, Object> values) {
        return objects(values).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new IllegalStateException("There are several: " + one + " and " + other);
                })
                .orElseThrow();
    }

    /** The custom resource definitions that Helm finds in it. */
    static String definitions() {
        return new Helm(FOLDER).show().crds().call();
    }

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }
}
