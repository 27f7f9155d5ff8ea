package dev.coffer.options;

import java.util.List;
import java.util.stream.Collectors;

/** The code that finds the code for an object by its class, which may be one that extends the type of the field it is in. */
final class IndexSource {

    private IndexSource() {}

    static String text(String packageName, List<AnnotatedClass> types) {
        return """
                package %s;

                /** What the annotations of all classes with options say. */
                final class CommandSpecs {

                    private CommandSpecs() {}

                    /** The command, or the options, that this object describes; values go into its fields. */
                    static picocli.CommandLine.Model.CommandSpec of(Object object) {
                        picocli.CommandLine.Model.CommandSpec spec =
                                picocli.CommandLine.Model.CommandSpec.wrapWithoutInspection(object);
                        switch (object.getClass().getName()) {
                %s
                            default -> throw new IllegalArgumentException(object.getClass() + " has no options");
                        }
                        return spec;
                    }
                }
                """.formatted(packageName, types.stream().map(IndexSource::entry).collect(Collectors.joining("\n")));
    }

    private static String entry(AnnotatedClass type) {
        return "            case \"%s\" -> %s.describe(spec, (%s) object);"
                .formatted(type.binaryName(), type.specName(), type.name());
    }
}
