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
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Backs up one target on a schedule. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("backupconfigurations")
@ShortNames("bc")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE, ApiGroup.CATEGORY_ALL})
@AdditionalPrinterColumn(name = "Task", jsonPath = ".spec.task.name")
@AdditionalPrinterColumn(name = "Schedule", jsonPath = ".spec.schedule")
@AdditionalPrinterColumn(name = "Paused", type = AdditionalPrinterColumn.Type.BOOLEAN, jsonPath = ".spec.paused")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("Backs up one target on a schedule.")
@ApiType
public class BackupConfiguration extends CustomResource<BackupConfigurationSpec, BackupConfigurationStatus>
        implements Namespaced {}
