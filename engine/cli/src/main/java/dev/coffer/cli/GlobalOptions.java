package dev.coffer.cli;

import picocli.CommandLine.Mixin;

/** The options that every command understands, before its name or after it. */
final class GlobalOptions {

    @Mixin
    final LocationOptions location = new LocationOptions();

    @Mixin
    final PasswordOptions password = new PasswordOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Mixin
    final LockOptions locks = new LockOptions();

    @Mixin
    final CacheOptions cache = new CacheOptions();

    @Mixin
    final StorageOptions storage = new StorageOptions();

    @Mixin
    final ConnectionOptions connection = new ConnectionOptions();
}
