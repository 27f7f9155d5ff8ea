package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.ApiType;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** Restores several targets together, once. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("restorebatches")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE, ApiGroup.CATEGORY_ALL})
@AdditionalPrinterColumn(name = "Repository", jsonPath = ".spec.repository.name")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "Duration", jsonPath = ".status.sessionDuration")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("Restores several targets together, once.")
@ApiType
public class RestoreBatch extends CustomResource<RestoreBatchSpec, RestoreBatchStatus> implements Namespaced {}
