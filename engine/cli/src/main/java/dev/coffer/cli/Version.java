package dev.coffer.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its JAR says. */
final class Version implements IVersionProvider {

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    static String line() {
        return "coffer %s on Java %s, %s/%s"
                .formatted(number(), Runtime.version(), System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
