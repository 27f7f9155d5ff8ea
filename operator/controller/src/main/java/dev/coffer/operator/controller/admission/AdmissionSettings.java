package dev.coffer.operator.controller.admission;

import dev.coffer.operator.controller.admission.registration.Endpoint;

/**
 * How the operator is asked about objects.
 *
 * @param endpoint where the API server reaches it
 * @param port where it listens
 * @param configuration name of the webhook configurations
 */
public record AdmissionSettings(Endpoint endpoint, int port, String configuration) {

    public static final int DEFAULT_PORT = 9443;
    public static final String DEFAULT_CONFIGURATION = "admission.coffer.dev";
}
