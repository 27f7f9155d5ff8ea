package dev.coffer.operator.controller.admission.registration;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfigBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where the API server reaches the operator. */
public sealed interface Endpoint {

    /** By a Service, at port 443. */
    record InCluster(String namespace, String service) implements Endpoint {}

    /** Outside the cluster, as while it is being worked on. */
    record OutOfCluster(URI url) implements Endpoint {}

    /** The names that its certificate has to have. */
    default List<String> names() {
        return switch (this) {
            case InCluster(String namespace, String service) ->
                List.of(service + "." + namespace + ".svc", service + "." + namespace + ".svc.cluster.local");
            case OutOfCluster(URI url) -> List.of(url.getHost());
        };
    }

    /**
     * How the API server gets there.
     *
     * @param bundle certificates of authorities that it is to trust, in PEM
     */
    default WebhookClientConfig clientConfig(String path, String bundle) {
        WebhookClientConfigBuilder config = new WebhookClientConfigBuilder()
                .withCaBundle(Base64.getEncoder().encodeToString(bundle.getBytes(StandardCharsets.UTF_8)));
        return switch (this) {
            case InCluster(String namespace, String service) ->
                config.withNewService()
                        .withNamespace(namespace)
                        .withName(service)
                        .withPath(path)
                        .withPort(443)
                        .endService()
                        .build();
            case OutOfCluster(URI url) ->
                config.withUrl(url.resolve(path).toString()).build();
        };
    }
}
