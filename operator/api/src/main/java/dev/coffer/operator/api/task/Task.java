package dev.coffer.operator.api.task;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.ApiType;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** How to back up or restore a certain kind of target in a job. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("tasks")
@ShortNames("task")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE})
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("How to back up or restore a certain kind of target in a job.")
@ApiType
public class Task extends CustomResource<TaskSpec, Void> {}
