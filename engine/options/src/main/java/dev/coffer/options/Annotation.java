package dev.coffer.options;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Those of picocli's annotations that the command line uses. */
enum Annotation {
    COMMAND("Command"),
    OPTION("Option"),
    PARAMETERS("Parameters"),
    MIXIN("Mixin"),
    SPEC("Spec");

    private static final String HOLDER = "picocli.CommandLine.";

    private final String name;

    Annotation(String name) {
        this.name = HOLDER + name;
    }

    /** Whether the element has any of picocli's annotations, be it one that is not here. */
    static boolean isAnyOn(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> nameOf(mirror).startsWith(HOLDER));
    }

    Optional<AnnotationMirror> on(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> nameOf(mirror).equals(name))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }

    private static String nameOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().toString();
    }

    /** A value that an annotation gives, as expressions of Java: several for an array. */
    record Attribute(String name, List<String> values) {

        String all() {
            return String.join(", ", values);
        }
    }

    /** What the annotation says, without what it leaves to defaults. */
    static List<Attribute> attributes(AnnotationMirror mirror) {
        return mirror.getElementValues().entrySet().stream()
                .map(entry -> new Attribute(entry.getKey().getSimpleName().toString(), expressions(entry.getValue())))
                .toList();
    }

    private static List<String> expressions(AnnotationValue value) {
        return switch (value.getValue()) {
            case List<?> several -> several.stream().map(Object::toString).toList();
            case VariableElement constant -> List.of(constant.getEnclosingElement() + "." + constant.getSimpleName());
            default -> List.of(value.toString());
        };
    }
}
