package dev.coffer.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/** The table of all commands. */
final class Commands {

    private static final int HELP_COLUMNS = 100;

    private static final List<String> COMMANDS_FIRST = List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    private Commands() {}

    static CommandLine of(Session session) {
        CommandSpec root = CommandSpec.forAnnotatedObject(new CofferCommand());
        root.addMixin("global", CommandSpec.forAnnotatedObject(session.options()));
        root.addOption(help());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        CommandLine program = new CommandLine(root);
        program.addSubcommand(new InitCommand(session));
        program.addSubcommand(new BackupCommand(session));
        program.addSubcommand(new RestoreCommand(session));
        program.addSubcommand(new SnapshotsCommand(session));
        program.addSubcommand(new LsCommand(session));
        program.addSubcommand(new FindCommand(session));
        program.addSubcommand(new DiffCommand(session));
        program.addSubcommand(new StatsCommand(session));
        program.addSubcommand(new DumpCommand(session));
        program.addSubcommand(new CheckCommand(session));
        program.addSubcommand(new TagCommand(session));
        program.addSubcommand(new CommandLine(new KeyCommand())
                .addSubcommand(new KeyListCommand(session))
                .addSubcommand(new KeyAddCommand(session))
                .addSubcommand(new KeyRemoveCommand(session))
                .addSubcommand(new KeyPasswdCommand(session)));
        program.addSubcommand(new UnlockCommand(session));
        program.addSubcommand(new CacheCommand(session));
        program.addSubcommand(new ListCommand(session));
        program.addSubcommand(new CatCommand(session));
        program.addSubcommand(new VersionCommand(session));
        program.addSubcommand(new GenerateCommand(session));
        program.addSubcommand(new HelpCommand());
        program.setHelpSectionKeys(COMMANDS_FIRST);
        program.setUsageHelpWidth(HELP_COLUMNS);
        program.setUsageHelpLongOptionsMaxWidth(HELP_COLUMNS / 3);
        program.getSubcommands().values().forEach(Commands::hideGlobalOptions);
        return program;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Print this help.")
                .build();
    }

    /** A command's help is about its own options; the global ones are in the program's. */
    private static void hideGlobalOptions(CommandLine command) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Commands::ownOptions);
        command.getSubcommands().values().forEach(Commands::hideGlobalOptions);
    }

    private static String ownOptions(Help help) {
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(
                help.commandSpec().options().stream()
                        .filter(option -> !option.inherited() && !option.hidden())
                        .sorted((a, b) -> name(a).compareTo(name(b)))
                        .toList(),
                help.parameterLabelRenderer());
        return layout + "%nThe options of every command are listed by 'coffer help'.%n".formatted();
    }

    private static String name(OptionSpec option) {
        return option.longestName();
    }
}
