package dev.coffer.operator.api.backup;

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

/** Makes a Repository and a BackupConfiguration for every target that is annotated with its name. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("backupblueprints")
@ShortNames("bb")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE})
@AdditionalPrinterColumn(name = "Task", jsonPath = ".spec.task.name")
@AdditionalPrinterColumn(name = "Schedule", jsonPath = ".spec.schedule")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("Makes a Repository and a BackupConfiguration for every target that is annotated with its name.")
@ApiType
public class BackupBlueprint extends CustomResource<BackupBlueprintSpec, Void> {}
