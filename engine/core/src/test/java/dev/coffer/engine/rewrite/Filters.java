package dev.coffer.engine.rewrite;

import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.filter.PatternList.Selection;
import java.util.List;

/** Filters as users order them. */
final class Filters {

    private Filters() {}

    static PathFilter excluding(String... patterns) {
        PatternList list = PatternList.of(List.of(patterns));
        return (path, _) -> list.matches(path) && !path.equals("/") ? Choice.REFUSED : Choice.SELECTED;
    }

    static PathFilter including(String... patterns) {
        PatternList list = PatternList.of(List.of(patterns));
        return (path, directory) -> {
            Selection selection = list.test(path);
            if (selection.matches()) {
                return Choice.SELECTED;
            }
            return directory && selection.mayMatchBelow() ? Choice.PERHAPS_WITHIN : Choice.REFUSED;
        };
    }
}
