package dev.coffer.testing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Provides the arguments of {@link Seeds}. */
final class SeedProvider implements ArgumentsProvider {

    private static final String PROPERTY = "coffer.seed";

    @Override
    public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        Long only = Long.getLong(PROPERTY);
        if (only != null) {
            return Stream.of(Arguments.of(only));
        }
        int count = context.getRequiredTestMethod().getAnnotation(Seeds.class).value();
        long fresh = ThreadLocalRandom.current().nextInt(1_000_000, Integer.MAX_VALUE);
        return LongStream.concat(LongStream.range(1, count), LongStream.of(fresh))
                .mapToObj(Arguments::of);
    }
}
