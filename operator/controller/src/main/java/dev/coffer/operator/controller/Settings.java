package dev.coffer.operator.controller;

import dev.coffer.operator.api.ExecutionModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the operator is told when it is started.
 *
 * @param image image of the operator, which runs in the pods that back up and restore
 * @param namespace of the operator, for the lease by which one of its replicas is elected
 * @param workers how many objects of a kind are worked on at a time
 * @param executionModel where the files of workloads are read if nothing else says so
 */
record Settings(String image, String namespace, int workers, ExecutionModel executionModel) {

    static final String USAGE = "usage: operator run --image=IMAGE --namespace=NAMESPACE [--workers=N]"
            + " [--default-execution-model=Workload|Job]";

    private static final String MODEL = "default-execution-model";
    private static final Set<String> FLAGS = Set.of("image", "namespace", "workers", MODEL);
    private static final int DEFAULT_WORKERS = 10;

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
        return new Settings(required(values, "image"), required(values, "namespace"), workers(values), model(values));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static int workers(Map<String, String> values) {
        String value = values.getOrDefault("workers", Integer.toString(DEFAULT_WORKERS));
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("--workers=" + value + " is no number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static ExecutionModel model(Map<String, String> values) {
        String value = values.getOrDefault(MODEL, "Workload");
        return ExecutionModel.of(value)
                .orElseThrow(() ->
                        new IllegalArgumentException("--" + MODEL + "=" + value + " is neither Workload nor Job"));
    }
}
