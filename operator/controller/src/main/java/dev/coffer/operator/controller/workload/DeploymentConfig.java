package dev.coffer.operator.controller.workload;

import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenShift's forerunner of a Deployment, as far as the operator looks at it. All other fields are lost when one is read, so it may
 * be changed by patches of the difference only.
 */
@Group("apps.openshift.io")
@Version("v1")
@Plural("deploymentconfigs")
@ApiType
public class DeploymentConfig extends CustomResource<DeploymentConfig.Spec, Void> implements Namespaced {

    /** Label of the pods that carry out a rollout. They may have those of the application as well, by spec.strategy.labels. */
    private static final String ROLLOUT_POD = "openshift.io/deployer-pod-for.name";

    /** What is wanted. OpenShift fills in a selector, and refuses to store what has no template, though its schema does not. */
    @ApiType
    public record Spec(
            Map<String, String> selector, @Nullable PodTemplateSpec template) {
        public Spec {
            selector = Absent.orEmpty(selector);
        }
    }

    /** Whether it says which pods there are to be, and how they are found. */
    boolean hasPods() {
        return getSpec() != null
                && !getSpec().selector().isEmpty()
                && getSpec().template() != null
                && getSpec().template().getSpec() != null;
    }

    /** What finds its pods, which belong to a ReplicationController for each rollout. */
    LabelSelector pods() {
        return new LabelSelectorBuilder()
                .withMatchLabels(getSpec().selector())
                .addNewMatchExpression()
                .withKey(ROLLOUT_POD)
                .withOperator("DoesNotExist")
                .endMatchExpression()
                .build();
    }

    /** The same with another template. */
    DeploymentConfig with(PodTemplateSpec template) {
        DeploymentConfig changed = new DeploymentConfig();
        changed.setMetadata(new ObjectMetaBuilder(getMetadata()).build());
        changed.setSpec(new Spec(getSpec().selector(), template));
        return changed;
    }
}
