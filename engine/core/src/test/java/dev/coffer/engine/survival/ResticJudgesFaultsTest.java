package dev.coffer.engine.survival;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After troubles that leave something half done, restic takes the repository for sound as well: some of each kind. */
@Tag("slow")
class ResticJudgesFaultsTest {

    private static final Set<Trouble> TROUBLES =
            EnumSet.of(Trouble.REFUSED, Trouble.ANSWERS_LOST, Trouble.TORN_WRITES, Trouble.STALE_LISTINGS);

    private static final int OF_EACH = 6;
    private static final int AT_A_TIME = 2;

    @TempDir
    private static Path folder;

    private static World world;

    @BeforeAll
    static void makeWorld() throws IOException {
        world = new World(folder);
    }

    static Stream<Arguments> cases() {
        return Ordeals.all().filter(arguments -> {
            Command command = (Command) arguments.get()[0];
            return command.effect() != Command.Effect.NONE
                    && TROUBLES.contains((Trouble) arguments.get()[1]);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restic_finds_no_damage_either(Command command, Trouble trouble) throws IOException {
        new Ordeals(world, command, trouble).run(new ResticOpinion(folder), OF_EACH, AT_A_TIME);
    }
}
