package dev.coffer.operator.controller.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.Set;

/** Tells failures that a user has to do something about from those that pass. */
public final class Refusals {

    private static final int UNPROCESSABLE = 422;

    private static final Set<Integer> CODES =
            Set.of(HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_FORBIDDEN, UNPROCESSABLE);

    private Refusals() {}

    /** Whether the API server refuses what was asked for, and will do so again. */
    public static boolean isRefusal(KubernetesClientException failure) {
        return CODES.contains(failure.getCode());
    }
}
