package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(CommandSpecs.of(annotated).options().stream().map(CommandSpecsTest::facts))
                .containsExactlyElementsOf(CommandSpec.forAnnotatedObject(annotated).options().stream()
                        .map(CommandSpecsTest::facts)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_parameters_are_those_of_the_annotations(Object annotated) {
        assertThat(CommandSpecs.of(annotated).positionalParameters().stream().map(CommandSpecsTest::facts))
                .containsExactlyElementsOf(CommandSpec.forAnnotatedObject(annotated).positionalParameters().stream()
                        .map(CommandSpecsTest::facts)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("annotated_objects")
    void the_help_is_that_of_the_annotations(Object annotated) {
        assertThat(new CommandLine(CommandSpecs.of(annotated)).getUsageMessage())
                .isEqualTo(new CommandLine(CommandSpec.forAnnotatedObject(annotated)).getUsageMessage());
    }

    private static List<Object> facts(OptionSpec option) {
        return List.of(
                List.of(option.names()), option.negatable(), option.order(), option.fallbackValue(), common(option));
    }

    private static List<Object> facts(PositionalParamSpec parameter) {
        return List.of(parameter.index(), common(parameter));
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
