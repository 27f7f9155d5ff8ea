package dev.coffer.operator.controller.admission.registration;

import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The webhooks: what is reviewed, and what happens if it cannot be. Fields that have a default are written all the same, so that
 * what is stored is what is wanted, and a difference means that somebody has changed it.
 *
 * <p>All webhooks are passed over while the operator does not answer. For workloads nothing else will do. For the operator's own
 * kinds, because updates are not only what people do: finalizers come off by an update, and if that had to wait for the operator, a
 * namespace could not be removed while it is down, or after it is gone; scheduled backups could not start where a firewall keeps
 * the API server from it. The controllers check the same rules, and say in status what is wrong.
 *
 * @param name of both configurations, and the end of the names of webhooks
 * @param validated kinds with rules
 * @param defaulted kinds whose fields are filled in
 */
public record WebhookConfigurations(
        String name,
        Endpoint endpoint,
        List<? extends Class<? extends HasMetadata>> validated,
        List<? extends Class<? extends HasMetadata>> defaulted) {

    /** Where specifications are checked. */
    public static final String VALIDATE = "/validate";

    /** Where fields are filled in. */
    public static final String DEFAULT = "/default";

    /** Where workloads get their containers. */
    public static final String INJECT = "/inject";

    /** Label of namespaces and workloads that are left alone if its value is {@code ignore}. */
    static final String OPT_OUT = "coffer.dev/admission";

    private static final String IGNORE = "Ignore";
    private static final String NONE = "None";
    private static final String VERSION = "v1";
    private static final int SECONDS = 5;

    /** Everybody who creates a workload waits for this. */
    private static final int WORKLOAD_SECONDS = 3;

    public WebhookConfigurations {
        validated = List.copyOf(validated);
        defaulted = List.copyOf(defaulted);
    }

    /** Namespaces whose workloads are left alone: a cluster must be able to start without the operator, which is in the last one. */
    public static Set<String> leftAlone(String operatorNamespace) {
        return Set.of("kube-system", "kube-public", "kube-node-lease", operatorNamespace);
    }

    /** The webhooks that refuse. */
    public ValidatingWebhookConfiguration validating(String bundle) {
        return new ValidatingWebhookConfigurationBuilder()
                .withMetadata(metadata())
                .withWebhooks(new ValidatingWebhookBuilder()
                        .withName("specifications." + name)
                        .withClientConfig(endpoint.clientConfig(VALIDATE, bundle))
                        .withRules(rules(validated, "CREATE", "UPDATE"))
                        .withNamespaceSelector(new LabelSelector())
                        .withObjectSelector(new LabelSelector())
                        .withFailurePolicy(IGNORE)
                        .withMatchPolicy("Equivalent")
                        .withSideEffects(NONE)
                        .withTimeoutSeconds(SECONDS)
                        .withAdmissionReviewVersions(VERSION)
                        .build())
                .build();
    }

    /**
     * The webhooks that change.
     *
     * @param operatorNamespace namespace of the operator
     */
    public MutatingWebhookConfiguration mutating(String bundle, String operatorNamespace) {
        MutatingWebhook defaults = new MutatingWebhookBuilder()
                .withName("defaults." + name)
                .withClientConfig(endpoint.clientConfig(DEFAULT, bundle))
                .withRules(rules(defaulted, "CREATE", "UPDATE"))
                .withNamespaceSelector(new LabelSelector())
                .withObjectSelector(new LabelSelector())
                .withFailurePolicy(IGNORE)
                .withMatchPolicy("Equivalent")
                .withReinvocationPolicy("Never")
                .withSideEffects(NONE)
                .withTimeoutSeconds(SECONDS)
                .withAdmissionReviewVersions(VERSION)
                .build();
        MutatingWebhook workloads = new MutatingWebhookBuilder(defaults)
                .withName("workloads." + name)
                .withClientConfig(endpoint.clientConfig(INJECT, bundle))
                .withRules(rules(
                        Stream.of(WorkloadKind.values()).map(WorkloadKind::type).toList(), "CREATE"))
                .withNamespaceSelector(otherThan("kubernetes.io/metadata.name", leftAlone(operatorNamespace)))
                .withObjectSelector(otherThan("app.kubernetes.io/name", Set.of("coffer-operator")))
                .withTimeoutSeconds(WORKLOAD_SECONDS)
                .build();
        return new MutatingWebhookConfigurationBuilder()
                .withMetadata(metadata())
                .withWebhooks(defaults, workloads)
                .build();
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder()
                .withName(name)
                .addToLabels("app.kubernetes.io/name", "coffer-operator")
                .build();
    }

    private static List<RuleWithOperations> rules(
            List<? extends Class<? extends HasMetadata>> types, String... operations) {
        return types.stream()
                .map(type -> new RuleWithOperationsBuilder()
                        .withApiGroups(HasMetadata.getGroup(type))
                        .withApiVersions(HasMetadata.getVersion(type))
                        .withResources(HasMetadata.getPlural(type))
                        .withOperations(operations)
                        .withScope("Namespaced")
                        .build())
                .toList();
    }

    private static LabelSelector otherThan(String label, Set<String> values) {
        return new LabelSelectorBuilder()
                .addNewMatchExpression()
                .withKey(label)
                .withOperator("NotIn")
                .withValues(values.stream().sorted().toList())
                .endMatchExpression()
                .addNewMatchExpression()
                .withKey(OPT_OUT)
                .withOperator("NotIn")
                .withValues("ignore")
                .endMatchExpression()
                .build();
    }
}
