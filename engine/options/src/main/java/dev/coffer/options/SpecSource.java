package dev.coffer.options;

import dev.coffer.options.Annotation.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The code that tells picocli what the annotations of one class say. */
final class SpecSource {

    /** Attributes of commands, and what sets them. */
    private static final Map<String, String> OF_COMMANDS = Map.of(
            "name", "name",
            "description", "usageMessage().description",
            "footerHeading", "usageMessage().footerHeading",
            "footer", "usageMessage().footer",
            "optionListHeading", "usageMessage().optionListHeading",
            "abbreviateSynopsis", "usageMessage().abbreviateSynopsis",
            "versionProvider", "versionProvider");

    /** Attributes of options and parameters, and what sets them. */
    private static final Map<String, String> OF_ARGUMENTS = Map.of(
            "description", "description",
            "paramLabel", "paramLabel",
            "arity", "arity",
            "index", "index",
            "hidden", "hidden",
            "required", "required",
            "scope", "scopeType",
            "converter", "converters");

    private final AnnotatedClass type;
    private final StringBuilder code = new StringBuilder();

    SpecSource(AnnotatedClass type) {
        this.type = type;
    }

    String text() throws UnknownAnnotation {
        type.parent().ifPresent(parent -> line("%s.describe(spec, object);".formatted(parent.specName())));
        Optional<AnnotationMirror> command = Annotation.COMMAND.on(type.type());
        if (command.isPresent()) {
            for (Attribute attribute : Annotation.attributes(command.get())) {
                line("spec.%s(%s);".formatted(setter(OF_COMMANDS, attribute, type.type()), arguments(attribute)));
            }
        }
        for (Element member : type.members()) {
            describe(member);
        }
        return """
                package %s;

                import picocli.CommandLine.Model.CommandSpec;
                import picocli.CommandLine.Model.OptionSpec;
                import picocli.CommandLine.Model.PositionalParamSpec;
                import picocli.CommandLine.Range;

                /** What the annotations of {@link %s} say. */
                final class %s {

                    private %<s() {}

                    static void describe(CommandSpec spec, %2$s object) {
                %s    }
                }
                """.formatted(
                        type.packageName(),
                        type.name(),
                        type.specName().substring(type.packageName().length() + 1),
                        code);
    }

    private void describe(Element member) throws UnknownAnnotation {
        if (member.getModifiers().contains(Modifier.PRIVATE)) {
            throw new UnknownAnnotation("What picocli is to set must not be private", member);
        }
        for (Annotation annotation : Annotation.values()) {
            Optional<AnnotationMirror> mirror = annotation.on(member);
            if (mirror.isPresent()) {
                describe(member, annotation, Annotation.attributes(mirror.get()));
                return;
            }
        }
        throw new UnknownAnnotation("OptionsProcessor does not know this annotation", member);
    }

    private void describe(Element member, Annotation annotation, List<Attribute> attributes) throws UnknownAnnotation {
        switch (annotation) {
            case OPTION -> addOption(member, attributes);
            case PARAMETERS -> addParameters(member, attributes);
            case MIXIN -> {
                requireNone(member, attributes);
                line("spec.addMixin(\"%s\", CommandSpecs.of(object.%1$s));".formatted(member.getSimpleName()));
            }
            case SPEC -> {
                requireNone(member, attributes);
                line("object.%s = spec;".formatted(member.getSimpleName()));
            }
            case COMMAND -> throw new UnknownAnnotation("OptionsProcessor knows commands as classes only", member);
        }
    }

    private static void requireNone(Element member, List<Attribute> attributes) throws UnknownAnnotation {
        for (Attribute attribute : attributes) {
            setter(Map.of(), attribute, member);
        }
    }

    private void addOption(Element member, List<Attribute> attributes) throws UnknownAnnotation {
        bind(member);
        line("spec.addOption(OptionSpec.builder(%s)%s.build());"
                .formatted(
                        given(attributes, "names").orElseThrow().all(),
                        settings(member, without(attributes, "names"))));
    }

    /** picocli's builder knows less than its annotations about how many values there are by default. */
    private void addParameters(Element member, List<Attribute> attributes) throws UnknownAnnotation {
        String arity = "Range.valueOf(\"%s\").unspecified(true)"
                .formatted(elementTypes(member).isEmpty() ? "1" : "0..1");
        Optional<Attribute> given = given(attributes, "arity");
        if (given.isPresent()) {
            arity = "Range.valueOf(%s)".formatted(given.get().all());
        }
        bind(member);
        line("spec.addPositional(PositionalParamSpec.builder().arity(%s).required(%1$s.min() > 0)%s.build());"
                .formatted(arity, settings(member, without(attributes, "arity"))));
    }

    /** Declares what reads and writes the value. */
    private void bind(Element member) {
        line("Binding<%s> %s = new Binding<>(() -> %s, value -> object.%2$s%s);"
                .formatted(
                        type.boxed(type.valueType(member)),
                        member.getSimpleName(),
                        AnnotatedClass.isMethod(member) ? "null" : "object." + member.getSimpleName(),
                        AnnotatedClass.isMethod(member) ? "(value)" : " = value"));
    }

    private String settings(Element member, List<Attribute> attributes) throws UnknownAnnotation {
        StringBuilder calls = new StringBuilder();
        String name = member.getSimpleName().toString();
        TypeMirror valueType = type.valueType(member);
        calls.append(".type(%s.class)".formatted(type.written(type.types().erasure(valueType))));
        List<String> elements = elementTypes(member);
        if (!elements.isEmpty()) {
            calls.append(".auxiliaryTypes(%s)".formatted(String.join(", ", elements)));
        }
        calls.append(".getter(%s).setter(%1$s)".formatted(name));
        calls.append(
                AnnotatedClass.isMethod(member)
                        ? ".hasInitialValue(false)"
                        : ".initialValue(%s.get())".formatted(name));
        if (given(attributes, "paramLabel").isEmpty()) {
            calls.append(".paramLabel(\"<%s>\")".formatted(name));
        }
        for (Attribute attribute : attributes) {
            calls.append(".%s(%s)".formatted(setter(OF_ARGUMENTS, attribute, member), arguments(attribute)));
        }
        return calls.toString();
    }

    /** What a list is one of; nothing for a single value. */
    private List<String> elementTypes(Element member) throws UnknownAnnotation {
        TypeMirror valueType = type.valueType(member);
        List<? extends TypeMirror> arguments =
                valueType instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        boolean list = !arguments.isEmpty();
        String written = type.written(type.types().erasure(valueType));
        if (valueType.getKind() == TypeKind.ARRAY || (list && !written.equals("java.util.List"))) {
            throw new UnknownAnnotation("OptionsProcessor knows single values and lists only", member);
        }
        return arguments.stream()
                .map(argument -> type.written(argument) + ".class")
                .toList();
    }

    private static List<Attribute> without(List<Attribute> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> !attribute.name().equals(name))
                .toList();
    }

    private static Optional<Attribute> given(List<Attribute> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    private static String setter(Map<String, String> setters, Attribute attribute, Element element)
            throws UnknownAnnotation {
        String setter = setters.get(attribute.name());
        if (setter == null) {
            throw new UnknownAnnotation("OptionsProcessor does not know the attribute " + attribute.name(), element);
        }
        return setter;
    }

    /** Where a class is given, an object of it is wanted. */
    private static String arguments(Attribute attribute) {
        return attribute.values().stream()
                .map(value -> value.endsWith(".class")
                        ? "new " + value.substring(0, value.length() - ".class".length()) + "()"
                        : value)
                .collect(Collectors.joining(", "));
    }

    private void line(String statement) {
        code.append("        ").append(statement).append('\n');
    }
}
