package dev.coffer.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Writes, for each class with picocli's annotations, a class that builds the {@code CommandSpec} that picocli would make of them: the
 * JVM makes a proxy class for each kind of annotation, and a method handle for each field, every time the program starts. Another
 * class, {@code CommandSpecs}, finds the one for an object.
 *
 * <p>What is annotated must not be private. Of what picocli's annotations can say, it knows what the command line uses; anything else
 * is an error when compiling.
 */
@SupportedAnnotationTypes("picocli.CommandLine.*")
public final class OptionsProcessor extends AbstractProcessor {

    /** By their names. */
    private final SortedMap<String, AnnotatedClass> found = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    /** All that there is to read is there in the first round, so the code is written in it. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!found.isEmpty()) {
            return false;
        }
        ElementFilter.typesIn(round.getRootElements()).stream()
                .flatMap(OptionsProcessor::withNested)
                .filter(AnnotatedClass::isOne)
                .map(type -> new AnnotatedClass(type, processingEnv.getTypeUtils(), processingEnv.getElementUtils()))
                .forEach(type -> found.put(type.name(), type));
        try {
            for (AnnotatedClass type : found.values()) {
                write(type.specName(), type.type(), () -> new SpecSource(type).text());
            }
            if (!found.isEmpty()) {
                writeIndex(List.copyOf(found.values()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private static Stream<TypeElement> withNested(TypeElement type) {
        return Stream.concat(
                Stream.of(type),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(OptionsProcessor::withNested));
    }

    private void writeIndex(List<AnnotatedClass> types) throws IOException {
        String packageName = types.getFirst().packageName();
        write(packageName + ".CommandSpecs", types.getFirst().type(), () -> IndexSource.text(packageName, types));
    }

    /** What makes a source, or finds that it cannot. */
    private interface Source {
        String text() throws UnknownAnnotation;
    }

    private void write(String className, Element origin, Source source) throws IOException {
        String text;
        try {
            text = source.text();
        } catch (UnknownAnnotation e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
            return;
        }
        try (Writer file =
                processingEnv.getFiler().createSourceFile(className, origin).openWriter()) {
            file.write(text);
        }
    }
}
