package dev.coffer.operator.api.repository;

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

/** A repository of backups. */
@Group(ApiGroup.STASH)
@Version(ApiGroup.V1ALPHA1)
@Plural("repositories")
@ShortNames("repo")
@Categories({ApiGroup.CATEGORY_STASH, ApiGroup.CATEGORY_APPSCODE})
@AdditionalPrinterColumn(
        name = "Integrity",
        type = AdditionalPrinterColumn.Type.BOOLEAN,
        jsonPath = ".status.integrity")
@AdditionalPrinterColumn(name = "Size", jsonPath = ".status.totalSize")
@AdditionalPrinterColumn(
        name = "Snapshot-Count",
        type = AdditionalPrinterColumn.Type.INTEGER,
        jsonPath = ".status.snapshotCount")
@AdditionalPrinterColumn(
        name = "Last-Successful-Backup",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".status.lastBackupTime")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("A repository of backups.")
@ApiType
public class Repository extends CustomResource<RepositorySpec, RepositoryStatus> implements Namespaced {}
