package dev.coffer.cli;

import picocli.CommandLine.Command;

/** The program without a command. */
@Command(
        name = "coffer",
        versionProvider = Version.class,
        abbreviateSynopsis = true,
        description = "Encrypted, deduplicated backups, in repositories that restic reads and writes too.%n",
        optionListHeading = "%nOptions of every command:%n",
        footerHeading = "%nA first backup, and the way back:%n",
        footer = {
            "  coffer backup ~/Documents",
            "  coffer restore latest --target /tmp/restored",
            "",
            "'coffer help COMMAND' tells more about a command."
        })
final class CofferCommand extends CommandGroup {}
