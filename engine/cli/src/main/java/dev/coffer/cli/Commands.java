package dev.coffer.cli;

import java.util.List;
import java.util.regex.Pattern;
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

    /** All of them, in the order of the help. */
    static final List<String> NAMES = List.of(
            "init",
            "backup",
            "restore",
            "snapshots",
            "ls",
            "find",
            "diff",
            "stats",
            "dump",
            "mount",
            "serve",
            "check",
            "tag",
            "forget",
            "prune",
            "copy",
            "rewrite",
            "repair",
            "recover",
            "migrate",
            "key",
            "unlock",
            "cache",
            "list",
            "cat",
            "version",
            "generate",
            "help");

    /** One or several short options, the last or another of which is {@code -h}. */
    private static final Pattern CLUSTER_WITH_HELP = Pattern.compile("-[^-]*h.*");

    static {
        // picocli looks for Groovy, which opens the JAR, and makes ready for types that no option has: that would take
        // longer than to read the options.
        System.getProperties().putIfAbsent("picocli.disable.closures", "true");
        System.getProperties().putIfAbsent("picocli.converters.excludes", "java\\.(sql|time)\\..*");
    }

    private Commands() {}

    /**
     * The program with the commands that these arguments can mean: to describe all of them to picocli takes longer than many
     * commands do.
     */
    static CommandLine of(Session session, List<String> arguments) {
        CommandLine program = new CommandLine(root(session));
        for (String name : possible(arguments)) {
            program.addSubcommand(name, command(name, session));
        }
        program.setHelpSectionKeys(COMMANDS_FIRST);
        program.setUsageHelpWidth(HELP_COLUMNS);
        program.setUsageHelpLongOptionsMaxWidth(HELP_COLUMNS / 3);
        program.getSubcommands().values().forEach(Commands::hideGlobalOptions);
        return program;
    }

    /** Those whose names occur, be it as the value of an option; all, where none does or where the user may get to see all. */
    private static List<String> possible(List<String> arguments) {
        List<String> named = NAMES.stream().filter(arguments::contains).toList();
        boolean showsAll = named.isEmpty() || arguments.stream().anyMatch(Commands::showsCommands);
        return showsAll ? NAMES : named;
    }

    private static boolean showsCommands(String argument) {
        return argument.equals("help")
                || argument.equals("generate")
                || argument.startsWith("--help")
                || CLUSTER_WITH_HELP.matcher(argument).matches();
    }

    private static CommandSpec root(Session session) {
        CommandSpec root = CommandSpecs.of(new CofferCommand());
        root.addMixin("global", CommandSpecs.of(session.options()));
        root.addOption(help());
        root.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        return root;
    }

    private static CommandLine command(String name, Session session) {
        return switch (name) {
            case "init" -> describe(new InitCommand(session));
            case "backup" -> describe(new BackupCommand(session));
            case "restore" -> describe(new RestoreCommand(session));
            case "snapshots" -> describe(new SnapshotsCommand(session));
            case "ls" -> describe(new LsCommand(session));
            case "find" -> describe(new FindCommand(session));
            case "diff" -> describe(new DiffCommand(session));
            case "stats" -> describe(new StatsCommand(session));
            case "dump" -> describe(new DumpCommand(session));
            case "mount" -> describe(new MountCommand(session));
            case "serve" -> describe(new ServeCommand(), new ServeRestCommand(session));
            case "check" -> describe(new CheckCommand(session));
            case "forget" -> describe(new ForgetCommand(session));
            case "prune" -> describe(new PruneCommand(session));
            case "repair" ->
                describe(
                        new RepairCommand(),
                        new RepairIndexCommand(session),
                        new RepairPacksCommand(session),
                        new RepairSnapshotsCommand(session));
            case "tag" -> describe(new TagCommand(session));
            case "copy" -> describe(new CopyCommand(session));
            case "rewrite" -> describe(new RewriteCommand(session));
            case "recover" -> describe(new RecoverCommand(session));
            case "migrate" -> describe(new MigrateCommand(session));
            case "key" ->
                describe(
                        new KeyCommand(),
                        new KeyListCommand(session),
                        new KeyAddCommand(session),
                        new KeyRemoveCommand(session),
                        new KeyPasswdCommand(session));
            case "unlock" -> describe(new UnlockCommand(session));
            case "cache" -> describe(new CacheCommand(session));
            case "list" -> describe(new ListCommand(session));
            case "cat" -> describe(new CatCommand(session));
            case "version" -> describe(new VersionCommand(session));
            case "generate" -> describe(new GenerateCommand(session));
            case "help" -> describe(new HelpCommand());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static CommandLine describe(Object command, Object... subcommands) {
        CommandLine line = new CommandLine(CommandSpecs.of(command));
        for (Object subcommand : subcommands) {
            line.addSubcommand(CommandSpecs.of(subcommand));
        }
        return line;
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
        layout.addOptions(UsageText.ownOptions(help.commandSpec()), help.parameterLabelRenderer());
        return layout + "%nThe options of every command are listed by 'coffer help'.%n".formatted();
    }
}
