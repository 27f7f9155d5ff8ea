package dev.coffer.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test of a property, run once for each of several seeds: the same ones always, and one that is new in each run. The method
 * takes the seed, a {@code long}, which is shown in the name of the test.
 *
 * <p>To repeat a run that failed, set the system property {@code coffer.seed} to the seed shown: it takes the place of all.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(SeedProvider.class)
public @interface Seeds {

    /** How many seeds, including the new one. */
    int value() default 8;
}
