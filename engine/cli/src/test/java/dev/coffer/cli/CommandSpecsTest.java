package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.prune.UnusedLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The code that is written for annotations says what picocli itself reads out of them. */
class CommandSpecsTest {

    private static Stream<Object> annotated_objects() {
        Session session = new Session(Surroundings.ofProcess());
        return Stream.concat(
                Stream.of(session.options(), new CofferCommand()), below(Commands.of(session, List.of("help"))));
    }

    private static Stream<Object> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .flatMap(sub -> Stream.concat(Stream.of(sub.getCommandSpec().userObject()), below(sub)));
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_options_are_those_of_the_annotations(Object annotated) {
        assertAlike(annotated, spec -> spec.options().stream().map(CommandSpecsTest::facts));
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_parameters_are_those_of_the_annotations(Object annotated) {
        assertAlike(annotated, spec -> spec.positionalParameters().stream().map(CommandSpecsTest::facts));
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_help_is_that_of_the_annotations(Object annotated) {
        assertThat(new CommandLine(CommandSpecs.of(annotated)).getUsageMessage())
                .isEqualTo(new CommandLine(CommandSpec.forAnnotatedObject(annotated)).getUsageMessage());
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_rest_is_that_of_the_annotations(Object annotated) {
        CommandSpec read = CommandSpec.forAnnotatedObject(annotated);
        CommandSpec written = CommandSpecs.of(annotated);
        assertThat(written.name()).isEqualTo(read.name());
        assertThat(written.mixins().keySet())
                .containsExactlyElementsOf(read.mixins().keySet());
        assertThat(classOf(written.versionProvider())).isEqualTo(classOf(read.versionProvider()));
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void values_go_where_the_annotations_are(Object annotated) {
        List<ArgSpec> read = CommandSpec.forAnnotatedObject(annotated).args();
        List<ArgSpec> written = CommandSpecs.of(annotated).args();
        for (int i = 0; i < read.size(); i++) {
            // A method takes a value, but does not tell it.
            if (read.get(i).hasInitialValue()) {
                Object value = anotherValue(written.get(i), i);
                written.get(i).setValue(value);
                assertThat(read.get(i).<Object>getValue()).isEqualTo(value);
            }
        }
    }

    private static void assertAlike(Object annotated, Function<CommandSpec, Stream<List<Object>>> facts) {
        assertThat(facts.apply(CommandSpecs.of(annotated)))
                .containsExactlyElementsOf(
                        facts.apply(CommandSpec.forAnnotatedObject(annotated)).toList());
    }

    private static Object anotherValue(ArgSpec argument, int number) {
        return switch (argument.type().getSimpleName()) {
            case "boolean" -> !argument.<Boolean>getValue();
            case "int", "Integer" -> 1000 + number;
            case "long" -> 1000L + number;
            case "String" -> "value " + number;
            case "List" -> List.of("value " + number);
            case "Path" -> Path.of("value " + number);
            case "Duration" -> Duration.ofDays(number);
            case "ByteSize" -> new ByteSize(1000 + number);
            case "UnusedLimit" -> new UnusedLimit.Bytes(1000 + number);
            default -> throw new AssertionError(argument.type());
        };
    }

    private static Object classOf(Object object) {
        return object == null ? "none" : object.getClass();
    }

    private static List<Object> facts(OptionSpec option) {
        return List.of(
                List.of(option.names()), option.negatable(), option.order(), option.fallbackValue(), common(option));
    }

    private static List<Object> facts(PositionalParamSpec parameter) {
        return List.of(parameter.index(), parameter.index().isRelative(), common(parameter));
    }

    private static List<Object> common(ArgSpec argument) {
        return List.of(
                argument.type(),
                List.of(argument.auxiliaryTypes()),
                argument.arity(),
                argument.arity().isUnspecified(),
                argument.paramLabel(),
                List.of(argument.description()),
                argument.required(),
                argument.hidden(),
                argument.scopeType(),
                Stream.of(argument.converters()).map(Object::getClass).toList(),
                argument.hasInitialValue() ? String.valueOf(argument.initialValue()) : "set by a method");
    }
}
