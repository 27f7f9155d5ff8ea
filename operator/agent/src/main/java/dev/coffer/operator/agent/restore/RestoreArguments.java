package dev.coffer.operator.agent.restore;

import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.restore.Overwrite;
import dev.coffer.engine.restore.RestoreOption;
import dev.coffer.engine.snapshot.TagList;
import dev.coffer.operator.agent.arguments.RateFlags;
import dev.coffer.operator.agent.arguments.TargetArguments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The arguments that a target adds to its restore: options of {@code coffer restore}, those that make sense in a pod. */
@Command(name = "target.args")
public final class RestoreArguments {

    @Option(names = "--tag")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--overwrite", converter = OverwriteConverter.class)
    private Overwrite overwrite = Overwrite.ALWAYS;

    @Option(names = "--delete")
    private boolean delete;

    @Option(names = "--sparse")
    private boolean sparse;

    @Option(names = "--verify")
    private boolean verify;

    @Mixin
    private final RateFlags rates = new RateFlags();

    private RestoreArguments() {}

    static final class OverwriteConverter implements ITypeConverter<Overwrite> {
        @Override
        public Overwrite convert(String text) {
            try {
                return Overwrite.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException _) {
                throw new TypeConversionException("'" + text + "' is none of always, if-changed, if-newer, never");
            }
        }
    }

    /**
     * Reads the arguments, see {@link TargetArguments#read}.
     *
     * @throws BadRequest if there is an option that a restore in a pod does not have, or a value that makes no sense
     */
    public static RestoreArguments parse(List<String> arguments) throws BadRequest {
        RestoreArguments parsed = new RestoreArguments();
        TargetArguments.read(parsed, arguments, "restore");
        return parsed;
    }

    /** Snapshots with any of these are restored; all if empty. */
    List<TagList> tags() {
        return tags.stream().map(TagList::parse).toList();
    }

    Overwrite overwrite() {
        return overwrite;
    }

    Set<RestoreOption> options() {
        Set<RestoreOption> options = EnumSet.noneOf(RestoreOption.class);
        add(options, RestoreOption.DELETE, delete);
        add(options, RestoreOption.SPARSE, sparse);
        add(options, RestoreOption.VERIFY, verify);
        return options;
    }

    private static void add(Set<RestoreOption> options, RestoreOption option, boolean wanted) {
        if (wanted) {
            options.add(option);
        }
    }

    public RateLimits limits() {
        return rates.limits();
    }
}
