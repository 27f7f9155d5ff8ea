package dev.coffer.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What commands and options say of themselves, for the help and for what {@code generate} writes. */
final class UsageText {

    private UsageText() {}

    /** The first line of a command's description. */
    static String summary(CommandSpec command) {
        return lines(command.usageMessage().description()).getFirst();
    }

    /** The description of an option or argument, in one line. */
    static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    /** The lines of a command's text, which picocli hands out as written: {@code %n} ends a line, {@code %%} is a percent sign. */
    static List<String> lines(String... text) {
        return String.format(Locale.ROOT, String.join("\n", text)).lines().toList();
    }

    /** The options that a command does not share with all others, in the order of the alphabet. */
    static List<OptionSpec> ownOptions(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
                .toList();
    }
}
