package dev.coffer.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program in this process, with surroundings of its own. Immutable. */
record CliRun(Map<String, String> environment, String input) {

    /** A user whose home is the given folder. */
    static CliRun at(Path home) {
        return new CliRun(Map.of("HOME", home.toString()), "");
    }

    CliRun with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new CliRun(Map.copyOf(changed), input);
    }

    CliRun typing(String newInput) {
        return new CliRun(environment, newInput);
    }

    /** What a run left behind. */
    record Result(int exitCode, String out, String err) {}

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Surroundings surroundings = new Surroundings(new Environment(environment), in, out, err, Terminal.NONE);
        int exitCode = new Cli(surroundings, () -> false).run(List.of(arguments));
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
