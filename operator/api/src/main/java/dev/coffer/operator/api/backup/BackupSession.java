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

/** One backup of all targets of a BackupConfiguration or BackupBatch. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1BETA1)
@Plural("backupsessions")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE, ApiGroup.CATEGORY_ALL})
@AdditionalPrinterColumn(name = "Invoker-Type", jsonPath = ".spec.invoker.kind")
@AdditionalPrinterColumn(name = "Invoker-Name", jsonPath = ".spec.invoker.name")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "Duration", jsonPath = ".status.sessionDuration")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("One backup of all targets of a BackupConfiguration or BackupBatch.")
@ApiType
public class BackupSession extends CustomResource<BackupSessionSpec, BackupSessionStatus> implements Namespaced {

    /** Whether its result is final. */
    public boolean hasEnded() {
        return getStatus() != null
                && getStatus().phase() != null
                && getStatus().phase().isFinal();
    }
}
