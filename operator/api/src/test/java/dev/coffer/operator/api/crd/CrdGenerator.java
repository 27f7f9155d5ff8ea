package dev.coffer.operator.api.crd;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the custom resource definitions of all kinds from their Java types: fabric8's generator, and what it leaves to be done.
 */
final class CrdGenerator implements CRDPostProcessor {

    private static final String HEADER = "# Made from the Java types of operator/api; do not edit.\n";

    private final ObjectMapper mapper = new ObjectMapper();
    private final KubernetesSerialization serialization = new KubernetesSerialization(mapper, false);
    private final Map<String, CustomResourceDefinition> made = new TreeMap<>();

    private CrdGenerator() {}

    /** The definitions by the names of their files. */
    static Map<String, CustomResourceDefinition> generate() {
        CrdGenerator generator = new CrdGenerator();
        new CRDGenerator()
                .withObjectMapper(generator.mapper, generator.serialization)
                .customResourceClasses(List.copyOf(Kinds.ALL))
                .withOutput(new NoOutput())
                .withPostProcessor(generator)
                .generate();
        return generator.made;
    }

    /** The text of a definition's file. */
    static String toYaml(CustomResourceDefinition definition) {
        String yaml = new KubernetesSerialization().asYaml(definition);
        return HEADER + yaml;
    }

    @Override
    public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
        CustomResourceDefinition definition = (CustomResourceDefinition) crd;
        String kind = definition.getSpec().getNames().getKind();
        Class<?> type = Kinds.ALL.stream()
                .filter(candidate -> candidate.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow();
        definition.getMetadata().setLabels(Map.of("app.kubernetes.io/name", "coffer"));
        CustomResourceDefinitionVersion version =
                definition.getSpec().getVersions().getFirst();
        version.setAdditionalPrinterColumns(columns(type));
        JSONSchemaProps schema = version.getSchema().getOpenAPIV3Schema();
        new SchemaRefiner(mapper).refine(type, schema);
        schema.setDescription(type.getAnnotation(JsonClassDescription.class).value());
        if (!hasStatus(type)) {
            version.setSubresources(null);
            schema.getProperties().remove("status");
        }
        made.put(fileName(definition), definition);
        return definition;
    }

    /** The columns in the order in which the type lists them; the generator sorts them by path. */
    private static List<CustomResourceColumnDefinition> columns(Class<?> type) {
        return Arrays.stream(type.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(column -> new CustomResourceColumnDefinitionBuilder()
                        .withName(column.name())
                        .withType(column.type().value)
                        .withJsonPath(column.jsonPath())
                        .build())
                .toList();
    }

    private static boolean hasStatus(Class<?> type) {
        return !type.getGenericSuperclass().getTypeName().endsWith(Void.class.getName() + ">");
    }

    private static String fileName(CustomResourceDefinition definition) {
        return definition.getSpec().getGroup() + "_"
                + definition.getSpec().getNames().getPlural() + ".yaml";
    }

    /** The generator insists on writing; what it has made is taken from it before. */
    private static final class NoOutput implements CRDGenerator.CRDOutput<OutputStream> {

        @Override
        public OutputStream outputFor(String name) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void close() {}
    }
}
