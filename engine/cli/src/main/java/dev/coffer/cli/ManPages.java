package dev.coffer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The manual: a page for the program and for each of its commands, made of what the help says. */
final class ManPages {

    private ManPages() {}

    /** Writes the page of a command, such as {@code coffer-key-add.1}, and those of its subcommands. */
    static void write(CommandLine command, Path folder) throws IOException {
        Files.writeString(folder.resolve(name(command.getCommandSpec()) + ".1"), page(command));
        for (CommandLine inner : command.getSubcommands().values()) {
            write(inner, folder);
        }
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Roff page = new Roff().title(name(spec), "coffer " + Version.number());
        String summary = UsageText.summary(spec);
        page.section("Name").markup(Roff.plain(name(spec) + " - " + summary.replaceFirst("\\.$", "")));
        page.section("Synopsis").markup(synopsis(command.getHelp()));
        page.section("Description").text(UsageText.lines(spec.usageMessage().description()));
        arguments(page, command.getHelp());
        commands(page, command.getSubcommands().values());
        options(page, command.getHelp());
        footer(page, spec.usageMessage());
        page.section("See also").markup(related(command));
        return page.toString();
    }

    private static String synopsis(Help help) {
        String name = help.commandSpec().qualifiedName();
        String rest = help.synopsis(0).strip().substring(name.length());
        return Roff.bold(name) + Roff.withPlaceholders(rest.replaceAll("\\s+", " "));
    }

    private static void arguments(Roff page, Help help) {
        List<? extends ArgSpec> arguments = help.commandSpec().positionalParameters();
        if (!arguments.isEmpty()) {
            page.section("Arguments");
            arguments.forEach(argument -> page.entry(label(help, argument), UsageText.description(argument)));
        }
    }

    private static void commands(Roff page, Collection<CommandLine> commands) {
        if (!commands.isEmpty()) {
            page.section("Commands");
            for (CommandLine command : commands) {
                CommandSpec spec = command.getCommandSpec();
                page.entry(Roff.page(name(spec)), UsageText.summary(spec));
            }
        }
    }

    private static void options(Roff page, Help help) {
        page.section("Options");
        for (OptionSpec option : UsageText.ownOptions(help.commandSpec())) {
            String names = Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
            page.entry(names + label(help, option), UsageText.description(option));
        }
        if (help.commandSpec().parent() != null) {
            String program = Roff.page(name(help.commandSpec().root()));
            page.paragraph("The options of every command are in " + program + ".");
        }
    }

    private static String label(Help help, ArgSpec argument) {
        String label = help.parameterLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
        return Roff.withPlaceholders(label);
    }

    private static void footer(Roff page, UsageMessageSpec usage) {
        if (usage.footer().length > 0) {
            String heading = String.join(" ", UsageText.lines(usage.footerHeading()));
            page.section(heading.strip().replaceFirst(":$", "")).text(UsageText.lines(usage.footer()));
        }
    }

    /** The commands above this one, and those below it. */
    private static String related(CommandLine command) {
        Stream<CommandLine> above = Stream.iterate(command, line -> line.getParent() != null, CommandLine::getParent)
                .map(CommandLine::getParent);
        return Stream.concat(above, command.getSubcommands().values().stream())
                .map(other -> Roff.page(name(other.getCommandSpec())))
                .collect(Collectors.joining(", "));
    }
}
