package dev.coffer.operator.controller.registry;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * What nodes read of a Secret to pull an image; whatever else it holds is nobody's business.
 *
 * @param type of the Secret
 * @param key under which the credentials are
 * @param value the credentials, in base 64
 */
record Credentials(String type, String key, String value) {

    private static final Map<String, String> KEYS =
            Map.of("kubernetes.io/dockerconfigjson", ".dockerconfigjson", "kubernetes.io/dockercfg", ".dockercfg");

    /** The credentials in a Secret; empty if it is of another kind. */
    static Optional<Credentials> of(Secret secret) {
        String key = KEYS.get(String.valueOf(secret.getType()));
        String value = key == null || secret.getData() == null
                ? null
                : secret.getData().get(key);
        return key == null || value == null
                ? Optional.empty()
                : Optional.of(new Credentials(secret.getType(), key, value));
    }

    /** A Secret with them and nothing else. */
    Secret in(String name, Recipient recipient) {
        return new SecretBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withName(name)
                        .withNamespace(recipient.namespace())
                        .withLabels(recipient.labels())
                        .withOwnerReferences(recipient.owner())
                        .build())
                .withType(type)
                .withData(Map.of(key, value))
                .build();
    }
}
