package dev.coffer.operator.api.backup;

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

/** Backs up several targets together on a schedule. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("backupbatches")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE, ApiGroup.CATEGORY_ALL})
@AdditionalPrinterColumn(name = "Schedule", jsonPath = ".spec.schedule")
@AdditionalPrinterColumn(name = "Paused", type = AdditionalPrinterColumn.Type.BOOLEAN, jsonPath = ".spec.paused")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("Backs up several targets together on a schedule.")
@ApiType
public class BackupBatch extends CustomResource<BackupBatchSpec, BackupBatchStatus> implements Namespaced {}
