package dev.coffer.cli;

import picocli.CommandLine.Command;

/** The commands that let other machines store something here. */
@Command(name = "serve", description = "Serve repositories to other machines.")
final class ServeCommand extends CommandGroup {}
