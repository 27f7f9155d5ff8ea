package dev.coffer.operator.agent.restore;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.operator.api.restore.RestoreRule;

/**
 * Chooses what of one path is restored. It sees paths within a folder of the snapshot, and compares patterns with paths from the
 * root of the snapshot on.
 *
 * @param folder that the paths start from: {@code /srv}; empty for the root
 * @param name of the one entry in that folder that is wanted; empty for all
 * @param include nothing but this; all if empty
 * @param exclude not this
 */
record RuleFilter(String folder, String name, PatternList include, PatternList exclude) implements PathFilter {

    /** The filter of a rule for one entry of a folder. */
    static PathFilter of(RestoreRule rule, String folder, String name) throws BadRequest {
        if (name.isEmpty() && rule.include().isEmpty() && rule.exclude().isEmpty()) {
            return PathFilter.ALL;
        }
        try {
            return new RuleFilter(folder, name, PatternList.of(rule.include()), PatternList.of(rule.exclude()));
        } catch (InvalidPatternException e) {
            throw new BadRequest("What the rule includes or excludes cannot be understood: " + e.getMessage());
        }
    }

    @Override
    public Choice choose(String path, boolean directory) {
        if (!isWanted(path) || exclude.matches(folder + path)) {
            return Choice.REFUSED;
        } else if (include.isEmpty()) {
            return Choice.SELECTED;
        }
        PatternList.Selection selection = include.test(folder + path);
        if (selection.matches()) {
            return Choice.SELECTED;
        }
        return directory && selection.mayMatchBelow() ? Choice.PERHAPS_WITHIN : Choice.REFUSED;
    }

    private boolean isWanted(String path) {
        String wanted = "/" + name;
        return name.isEmpty() || path.equals(wanted) || path.startsWith(wanted + "/");
    }
}
