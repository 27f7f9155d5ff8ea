package dev.coffer.operator.agent.arguments;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads {@code target.args}. */
public final class TargetArguments {

    private TargetArguments() {}

    /**
     * Reads the arguments into options. One that holds an option and its value is taken apart at white space, since many write them
     * together.
     *
     * @param work what the arguments are for, in messages
     * @throws BadRequest if there is an option that such work in a pod does not have, or a value that makes no sense
     */
    public static void read(Object options, List<String> arguments, String work) throws BadRequest {
        String[] words = arguments.stream()
                .flatMap(argument ->
                        argument.startsWith("-") ? Stream.of(argument.split("\\s+", 2)) : Stream.of(argument))
                .toArray(String[]::new);
        try {
            new CommandLine(options)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExpandAtFiles(false)
                    .setOverwrittenOptionsAllowed(true)
                    .parseArgs(words);
        } catch (ParameterException e) {
            throw new BadRequest("target.args are not what a " + work + " takes: " + e.getMessage());
        }
    }
}
