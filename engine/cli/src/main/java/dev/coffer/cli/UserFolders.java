package dev.coffer.cli;

import java.nio.file.Path;

/** Where a user's programs keep their files (XDG Base Directory Specification). */
final class UserFolders {

    private UserFolders() {}

    /** For what the user would miss. */
    static Path data(Environment environment) {
        return folder(environment, "XDG_DATA_HOME", Path.of(".local", "share"));
    }

    /** For what a program remembers from one run to the next. */
    static Path state(Environment environment) {
        return folder(environment, "XDG_STATE_HOME", Path.of(".local", "state"));
    }

    private static Path folder(Environment environment, String variable, Path usual) {
        return environment
                .get(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(usual))
                .resolve("coffer");
    }

    private static Path home(Environment environment) {
        return Path.of(environment.get("HOME").orElseGet(() -> System.getProperty("user.home", "/")));
    }
}
