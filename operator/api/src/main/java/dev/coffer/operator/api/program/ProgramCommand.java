package dev.coffer.operator.api.program;

import java.util.concurrent.Callable;

/**
 * A command of the program {@code coffer-operator}: an object with picocli's annotations, which give its name and its options.
 * What it returns is the exit code.
 *
 * <p>A module adds commands by naming their classes for {@link java.util.ServiceLoader}, so that the program need not know the
 * module.
 */
public interface ProgramCommand extends Callable<Integer> {}
