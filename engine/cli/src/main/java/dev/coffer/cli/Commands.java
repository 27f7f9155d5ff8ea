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

    private static Object command(String name, Session session) {
        return switch (name) {
            case "init" -> CommandSpecs.of(new InitCommand(session));
            case "backup" -> CommandSpecs.of(new BackupCommand(session));
            case "restore" -> CommandSpecs.of(new RestoreCommand(session));
            case "snapshots" -> CommandSpecs.of(new SnapshotsCommand(session));
            case "ls" -> CommandSpecs.of(new LsCommand(session));
            case "find" -> CommandSpecs.of(new FindCommand(session));
            case "diff" -> CommandSpecs.of(new DiffCommand(session));
            case "stats" -> CommandSpecs.of(new StatsCommand(session));
            case "dump" -> CommandSpecs.of(new DumpCommand(session));
            case "mount" -> CommandSpecs.of(new MountCommand(session));
            case "serve" ->
                new CommandLine(CommandSpecs.of(new ServeCommand()))
                        .addSubcommand(CommandSpecs.of(new ServeRestCommand(session)));
            case "check" -> CommandSpecs.of(new CheckCommand(session));
            case "forget" -> CommandSpecs.of(new ForgetCommand(session));
            case "prune" -> CommandSpecs.of(new PruneCommand(session));
            case "repair" ->
                new CommandLine(CommandSpecs.of(new RepairCommand()))
                        .addSubcommand(CommandSpecs.of(new RepairIndexCommand(session)))
                        .addSubcommand(CommandSpecs.of(new RepairPacksCommand(session)))
                        .addSubcommand(CommandSpecs.of(new RepairSnapshotsCommand(session)));
            case "tag" -> CommandSpecs.of(new TagCommand(session));
            case "copy" -> CommandSpecs.of(new CopyCommand(session));
            case "rewrite" -> CommandSpecs.of(new RewriteCommand(session));
            case "recover" -> CommandSpecs.of(new RecoverCommand(session));
            case "migrate" -> CommandSpecs.of(new MigrateCommand(session));
            case "key" ->
                new CommandLine(CommandSpecs.of(new KeyCommand()))
                        .addSubcommand(CommandSpecs.of(new KeyListCommand(session)))
                        .addSubcommand(CommandSpecs.of(new KeyAddCommand(session)))
                        .addSubcommand(CommandSpecs.of(new KeyRemoveCommand(session)))
                        .addSubcommand(CommandSpecs.of(new KeyPasswdCommand(session)));
            case "unlock" -> CommandSpecs.of(new UnlockCommand(session));
            case "cache" -> CommandSpecs.of(new CacheCommand(session));
            case "list" -> CommandSpecs.of(new ListCommand(session));
            case "cat" -> CommandSpecs.of(new CatCommand(session));
            case "version" -> CommandSpecs.of(new VersionCommand(session));
            case "generate" -> CommandSpecs.of(new GenerateCommand(session));
            case "help" -> CommandSpecs.of(new HelpCommand());
            default -> throw new IllegalArgumentException(name);
        };
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
