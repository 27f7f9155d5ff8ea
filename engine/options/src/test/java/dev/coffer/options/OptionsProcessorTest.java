package dev.coffer.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the code does is tested where it is used, by comparison with picocli. */
class OptionsProcessorTest {

    /** As much of picocli as the compiler asks for before it finds that it lacks the rest. */
    private static final String PICOCLI = """
            package picocli;
            public interface CommandLine {
                @interface Option { String[] names(); String description() default ""; String prompt() default ""; }
                @interface ArgGroup {}
                @interface Mixin { String name() default ""; }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void code_is_written_for_a_class_with_options() throws IOException {
        compile("""
                @picocli.CommandLine.Option(names = {"-l", "--long"}, description = "Say \\"more\\".")
                boolean more;
                """);

        assertThat(folder.resolve("cli/ExampleSpec.java"))
                .content()
                .contains(
                        "static void describe(CommandSpec spec, cli.Example object)",
                        "new Binding<>(() -> object.more, value -> object.more = value)",
                        "OptionSpec.builder(\"-l\", \"--long\").type(boolean.class)",
                        ".description(\"Say \\\"more\\\".\")");
        assertThat(folder.resolve("cli/CommandSpecs.java"))
                .content()
                .contains("case \"cli.Example\" -> cli.ExampleSpec.describe(spec, (cli.Example) object)");
    }

    @Test
    void an_attribute_that_there_is_no_code_for_is_an_error() throws IOException {
        List<String> errors = compile("""
                @picocli.CommandLine.Option(names = "--long", prompt = "Long?")
                boolean more;
                """);

        assertThat(errors).contains("OptionsProcessor does not know the attribute prompt");
    }

    @Test
    void an_annotation_that_there_is_no_code_for_is_an_error() throws IOException {
        assertThat(compile("@picocli.CommandLine.ArgGroup Object group;\n"))
                .contains("OptionsProcessor does not know this annotation");
    }

    @Test
    void a_mixin_with_a_name_of_its_own_is_an_error() throws IOException {
        assertThat(compile("@picocli.CommandLine.Mixin(name = \"other\") Object mixin;\n"))
                .contains("OptionsProcessor does not know the attribute name");
    }

    @Test
    void an_array_of_values_is_an_error() throws IOException {
        assertThat(compile("@picocli.CommandLine.Option(names = \"-x\") String[] values;\n"))
                .contains("OptionsProcessor knows single values and lists only");
    }

    @Test
    void a_private_field_is_an_error() throws IOException {
        List<String> errors = compile("""
                @picocli.CommandLine.Option(names = "--long")
                private boolean more;
                """);

        assertThat(errors).contains("What picocli is to set must not be private");
    }

    /** Compiles a class with these members, as far as that goes, and returns the errors. */
    private List<String> compile(String members) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                found,
                List.of("-proc:only", "-s", folder.toString(), "-d", folder.toString()),
                null,
                List.of(
                        source("picocli/CommandLine", PICOCLI),
                        source("cli/Example", "package cli; class Example {\n" + members + "}\n")));
        task.setProcessors(List.of(new OptionsProcessor()));
        task.call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
