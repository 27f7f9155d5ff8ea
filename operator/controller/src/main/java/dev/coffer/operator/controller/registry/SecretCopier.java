package dev.coffer.operator.controller.registry;

import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.cluster.Refusals;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;
import java.util.Optional;

/** Copies Secrets out of one namespace. */
final class SecretCopier {

    private final KubernetesClient client;
    private final ClusterObjects objects;
    private final String home;

    SecretCopier(KubernetesClient client, String home) {
        this.client = client;
        this.objects = new ClusterObjects(client);
        this.home = home;
    }

    /** Whether an object has a copy, or may get one now. Only looks. */
    boolean isToBeHad(String name, Recipient recipient) {
        return present(name, recipient)
                .map(recipient::mayHave)
                .orElseGet(() -> source(name).flatMap(Credentials::of).isPresent());
    }

    /** Makes the copy for an object, or brings it up to date, and returns why that cannot be done, and what to do. */
    Optional<String> copy(String name, Recipient recipient) {
        Optional<Secret> present = present(name, recipient);
        String copy = "Secret " + recipient.namespace() + "/" + recipient.copyOf(name);
        if (present.isPresent() && !recipient.mayHave(present.get())) {
            return Optional.of(copy + " belongs to somebody else, so " + described(name)
                    + " cannot be copied to it; give one of them another name.");
        }
        Optional<Secret> source = source(name);
        Optional<Credentials> credentials = source.flatMap(Credentials::of);
        if (credentials.isEmpty()) {
            String meanwhile = present.isPresent() ? " Meanwhile pods pull it with what was copied last." : "";
            return Optional.of(lack(name, source) + meanwhile);
        } else if (present.isPresent()
                && !Objects.equals(present.get().getType(), credentials.get().type())) {
            return Optional.of(
                    copy + " cannot become of the type " + credentials.get().type() + ", as " + described(name)
                            + " now is; remove the copy, and it is made anew.");
        }
        return write(credentials.get().in(recipient.copyOf(name), recipient), copy);
    }

    private Optional<String> write(Secret secret, String described) {
        try {
            objects.ensure(secret);
            return Optional.empty();
        } catch (KubernetesClientException e) {
            if (Refusals.isRefusal(e)) {
                return Optional.of(
                        described + ", with which pods are to pull their image, cannot be written: " + e.getMessage());
            }
            throw e;
        }
    }

    private String lack(String name, Optional<Secret> source) {
        String command = "kubectl -n " + home + " create secret docker-registry " + name;
        return source.map(found -> described(name) + " is of the type " + found.getType()
                        + ", with which no image can be pulled; put one of " + command + " in its place.")
                .orElseGet(() -> "There is no " + described(name) + ", with which pods are to pull their image; "
                        + command + " makes it.");
    }

    private String described(String name) {
        return "Secret " + home + "/" + name;
    }

    private Optional<Secret> source(String name) {
        return secret(home, name);
    }

    private Optional<Secret> present(String name, Recipient recipient) {
        return secret(recipient.namespace(), recipient.copyOf(name));
    }

    private Optional<Secret> secret(String namespace, String name) {
        return Optional.ofNullable(
                client.secrets().inNamespace(namespace).withName(name).get());
    }
}
