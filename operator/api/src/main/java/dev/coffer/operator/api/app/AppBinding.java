package dev.coffer.operator.api.app;

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

/** Binds an application, such as a database, to what is needed to reach it. */
@Group(ApiGroup.APP_CATALOG)
@Version(ApiGroup.V1ALPHA1)
@Plural("appbindings")
@Categories({ApiGroup.CATEGORY_CATALOG, ApiGroup.CATEGORY_APPSCODE, ApiGroup.CATEGORY_ALL})
@AdditionalPrinterColumn(name = "Type", jsonPath = ".spec.type")
@AdditionalPrinterColumn(name = "Version", jsonPath = ".spec.version")
@AdditionalPrinterColumn(
        name = "Age",
        type = AdditionalPrinterColumn.Type.DATE,
        jsonPath = ".metadata.creationTimestamp")
@JsonClassDescription("Binds an application, such as a database, to what is needed to reach it.")
@ApiType
public class AppBinding extends CustomResource<AppBindingSpec, Void> implements Namespaced {}
