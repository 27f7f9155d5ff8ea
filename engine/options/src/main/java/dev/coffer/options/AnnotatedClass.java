package dev.coffer.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A class that holds options, or tells of a command. */
record AnnotatedClass(TypeElement type, Types types, Elements elements) {

    static boolean isOne(TypeElement type) {
        return Annotation.COMMAND.on(type).isPresent()
                || type.getEnclosedElements().stream().anyMatch(AnnotatedClass::isMember);
    }

    /** In the order of picocli: fields come before methods. */
    List<Element> members() {
        return type.getEnclosedElements().stream()
                .filter(AnnotatedClass::isMember)
                .<Element>map(member -> member)
                .sorted((a, b) -> Boolean.compare(isMethod(a), isMethod(b)))
                .toList();
    }

    private static boolean isMember(Element element) {
        return !element.getKind().isClass() && Annotation.isAnyOn(element);
    }

    static boolean isMethod(Element member) {
        return member.getKind() == ElementKind.METHOD;
    }

    /** The next of the classes it extends that is one too. */
    Optional<AnnotatedClass> parent() {
        TypeMirror next = type.getSuperclass();
        while (next instanceof DeclaredType declared && declared.asElement() instanceof TypeElement parent) {
            if (isOne(parent)) {
                return Optional.of(new AnnotatedClass(parent, types, elements));
            }
            next = parent.getSuperclass();
        }
        return Optional.empty();
    }

    String name() {
        return type.getQualifiedName().toString();
    }

    /** As {@link Class#getName} has it. */
    String binaryName() {
        return elements.getBinaryName(type).toString();
    }

    String packageName() {
        return elements.getPackageOf(type).getQualifiedName().toString();
    }

    /** The class that is written for this one, with its package. */
    String specName() {
        String packageName = packageName();
        return packageName + "." + name().substring(packageName.length() + 1).replace(".", "") + "Spec";
    }

    /** The type of a field, or of what a method is given. */
    TypeMirror valueType(Element member) {
        List<? extends VariableElement> parameters = member instanceof ExecutableElement method
                ? method.getParameters()
                : ElementFilter.fieldsIn(List.of(member));
        return parameters.getFirst().asType();
    }

    /** The type as it is written in code, without annotations. */
    String written(TypeMirror type) {
        return switch (type) {
            case DeclaredType declared -> {
                List<String> arguments =
                        declared.getTypeArguments().stream().map(this::written).toList();
                yield declared.asElement() + (arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">");
            }
            case PrimitiveType primitive -> primitive.getKind().name().toLowerCase(Locale.ROOT);
            default -> type.toString();
        };
    }

    /** The same, as an object. */
    String boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? types.boxedClass(primitive).getQualifiedName().toString()
                : written(type);
    }
}
