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
        UsageText.ownOptions(program.getCommandSpec()).forEach(option -> script.add(line("", option)));
        program.getSubcommands().forEach((name, command) -> {
            String summary = UsageText.summary(command.getCommandSpec());
            script.add("complete -c coffer -f -n " + none + " -a " + name + " -d " + quote(summary));
            String within = " -n '__fish_seen_subcommand_from " + name + "'";
            command.getSubcommands()
                    .forEach((inner, _) -> script.add("complete -c coffer -f" + within + " -a " + inner));
            UsageText.ownOptions(command.getCommandSpec()).forEach(option -> script.add(line(within, option)));
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
        return line + " -d " + quote(UsageText.description(option));
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
