package dev.coffer.operator.controller;

import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.controller.admission.AdmissionSettings;
import dev.coffer.operator.controller.admission.registration.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the operator is told when it is started.
 *
 * @param image image of the operator, which runs in the pods that back up and restore
 * @param namespace of the operator, for the lease by which one of its replicas is elected
 * @param workers how many objects of a kind are worked on at a time
 * @param sessions how many backup sessions are at work at a time
 * @param imagePullSecrets Secrets of the operator's namespace with which nodes pull that image, copied to where pods need them
 * @param executionModel where the files of workloads are read if nothing else says so
 * @param admission how the operator is asked about objects before they are stored; empty if it is not
 */
record Settings(
        String image,
        String namespace,
        int workers,
        int sessions,
        List<String> imagePullSecrets,
        ExecutionModel executionModel,
        Optional<AdmissionSettings> admission) {

    Settings {
        imagePullSecrets = List.copyOf(imagePullSecrets);
    }

    static final String USAGE = """
            usage: operator run --image=IMAGE --namespace=NAMESPACE [--workers=N] [--concurrent-sessions=N]
              [--image-pull-secrets=SECRET,...] [--default-execution-model=Workload|Job]
              [--webhook-service=SERVICE | --webhook-url=URL] [--webhook-port=N] [--webhook-configuration=NAME]""";

    private static final String PULL_SECRETS = "image-pull-secrets";
    private static final String MODEL = "default-execution-model";
    private static final Set<String> FLAGS = Set.of(
            "image",
            "namespace",
            "workers",
            "concurrent-sessions",
            PULL_SECRETS,
            MODEL,
            "webhook-service",
            "webhook-url",
            "webhook-port",
            "webhook-configuration");
    private static final String SECRET = "[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?";
    private static final int DEFAULT_WORKERS = 10;
    private static final int DEFAULT_SESSIONS = 20;
    private static final int LAST_PORT = 65535;

    /**
     * Reads the words after {@code run}.
     *
     * @throws IllegalArgumentException if one is not known or missing; the message is for the user
     */
    static Settings parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (parts.length != 2 || !FLAGS.contains(name)) {
                throw new IllegalArgumentException("Unknown argument " + argument);
            }
            values.put(name, parts[1]);
        }
        return new Settings(
                required(values, "image"),
                required(values, "namespace"),
                number(values, "workers", DEFAULT_WORKERS, 9999),
                number(values, "concurrent-sessions", DEFAULT_SESSIONS, 9999),
                pullSecrets(values),
                model(values),
                endpoint(values).map(endpoint -> admission(endpoint, values)));
    }

    private static AdmissionSettings admission(Endpoint endpoint, Map<String, String> values) {
        return new AdmissionSettings(
                endpoint,
                number(values, "webhook-port", AdmissionSettings.DEFAULT_PORT, LAST_PORT),
                values.getOrDefault("webhook-configuration", AdmissionSettings.DEFAULT_CONFIGURATION));
    }

    private static Optional<Endpoint> endpoint(Map<String, String> values) {
        String service = values.get("webhook-service");
        String url = values.get("webhook-url");
        if (service != null && url != null) {
            throw new IllegalArgumentException("--webhook-service and --webhook-url exclude each other");
        } else if (service != null) {
            return Optional.of(
                    new Endpoint.InCluster(required(values, "namespace"), required(values, "webhook-service")));
        }
        return url == null ? Optional.empty() : Optional.of(new Endpoint.OutOfCluster(httpsUrl(url)));
    }

    private static URI httpsUrl(String text) {
        try {
            URI url = new URI(text);
            if ("https".equals(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--webhook-url=" + text + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("--webhook-url=" + text + " is none like https://10.0.0.1:9443");
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static int number(Map<String, String> values, String name, int absent, int most) {
        String value = values.getOrDefault(name, Integer.toString(absent));
        if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException("--" + name + "=" + value + " is no number from 1 to " + most);
        }
        return Integer.parseInt(value);
    }

    private static List<String> pullSecrets(Map<String, String> values) {
        String value = values.get(PULL_SECRETS);
        List<String> names = value == null ? List.of() : List.of(value.split(",", -1));
        if (!names.stream().allMatch(name -> name.matches(SECRET))) {
            throw new IllegalArgumentException("--" + PULL_SECRETS + "=" + value
                    + " is no list of names of Secrets with commas between, like registry,mirror");
        }
        return names.stream().distinct().toList();
    }

    private static ExecutionModel model(Map<String, String> values) {
        String value = values.getOrDefault(MODEL, "Workload");
        return ExecutionModel.of(value)
                .orElseThrow(() ->
                        new IllegalArgumentException("--" + MODEL + "=" + value + " is neither Workload nor Job"));
    }
}
