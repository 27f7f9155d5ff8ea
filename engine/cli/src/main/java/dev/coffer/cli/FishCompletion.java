package dev.coffer.cli;

import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion of commands and options for the fish shell. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(CommandLine program) {
        StringJoiner script = new StringJoiner("\n", "", "\n");
        String none = "__fish_use_subcommand";
        program.getCommandSpec().options().forEach(option -> script.add(line("", option)));
        program.getSubcommands().forEach((name, command) -> {
            script.add("complete -c coffer -f -n " + none + " -a " + name + " -d " + quote(summary(command)));
            String within = " -n '__fish_seen_subcommand_from " + name + "'";
            command.getSubcommands()
                    .forEach((inner, _) -> script.add("complete -c coffer -f" + within + " -a " + inner));
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.inherited())
                    .forEach(option -> script.add(line(within, option)));
        });
        return script.toString();
    }

    private static String line(String condition, OptionSpec option) {
        StringBuilder line = new StringBuilder("complete -c coffer" + condition);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0 && !option.type().equals(boolean.class)) {
            line.append(" -r");
        }
        return line + " -d " + quote(String.join(" ", option.description()));
    }

    private static String summary(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
