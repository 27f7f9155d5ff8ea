package dev.coffer.operator.agent;

import java.util.Optional;

/** The version of this program. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** As the JAR's manifest gives it. */
    public static String number() {
        return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
