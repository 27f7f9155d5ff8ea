package dev.coffer.operator.api.variables;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Variables that have neither a value nor a default. */
public final class UnresolvedVariablesException extends Exception {

    private final transient SortedSet<String> names;

    UnresolvedVariablesException(Set<String> names) {
        super("No value for " + String.join(", ", new TreeSet<>(names))
                + "; give one in the params of the task, or a default as in ${NAME:=default}");
        this.names = new TreeSet<>(names);
    }

    /** The names of all of them. */
    public SortedSet<String> names() {
        return names;
    }
}
