package dev.coffer.engine.restore;

import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.Optional;

/**
 * Shows a pass what is selected, and only what is safe: names are checked here. Problems with the snapshot itself are
 * reported by the first pass, and passed over in silence by the others.
 *
 * @param <S> what the pass knows about a directory
 */
final class SelectiveWalk<S> implements TreeVisitor {

    private final RestoreRun run;
    private final Reporting reporting;
    private final Pass<S> pass;
    private Level<S> level = new Level<>(null, "/", Optional.empty());

    /** Whether this walk is the one that reports what is wrong with the snapshot. */
    enum Reporting {
        FIRST,
        REPEATED
    }

    SelectiveWalk(RestoreRun run, Reporting reporting, Pass<S> pass) {
        this.run = run;
        this.reporting = reporting;
        this.pass = pass;
    }

    /** Runs the pass over everything. */
    void walk() throws IOException {
        new TreeWalker(run.repository()).walk(run.request().tree(), this);
        leaveLevel();
    }

    @Override
    public Descent node(String path, Node node) throws IOException {
        if (run.has(RestoreOption.DELETE)) {
            level.names().add(node.name());
        }
        if (!node.hasPlainName()) {
            refuse(
                    path,
                    "its name in the snapshot would lead out of the directory it belongs to, so it is not restored");
            return Descent.SKIP;
        }
        boolean directory = node.type() == NodeType.DIR;
        Choice choice = run.request().filter().choose(path, directory);
        return directory ? directory(path, node, choice) : other(path, node, choice);
    }

    private Descent directory(String path, Node node, Choice choice) throws IOException {
        if (choice == Choice.REFUSED || run.ledger().failed(path)) {
            return Descent.SKIP;
        }
        Level<S> inner = new Level<>(level, path, Optional.of(node));
        if (choice == Choice.SELECTED && need(inner).isEmpty()) {
            return Descent.SKIP;
        }
        level = inner;
        return Descent.ENTER;
    }

    private Descent other(String path, Node node, Choice choice) throws IOException {
        if (choice == Choice.SELECTED) {
            Optional<S> folder = need(level);
            if (folder.isPresent()) {
                pass.node(level, folder.get(), path, node);
            }
        }
        return Descent.SKIP;
    }

    /** The pass's state for a directory, entering it and its parents if that was not needed so far. */
    private Optional<S> need(Level<S> wanted) throws IOException {
        S known = wanted.state();
        if (known != null || run.ledger().failed(wanted.path())) {
            return Optional.ofNullable(known);
        }
        Optional<Level<S>> parent = wanted.parent();
        Optional<S> outer = parent.isPresent() ? need(parent.get()) : Optional.empty();
        if (parent.isPresent() && outer.isEmpty()) {
            return Optional.empty();
        }
        Optional<S> entered = pass.enter(wanted, outer);
        entered.ifPresent(wanted::need);
        return entered;
    }

    @Override
    public Descent repeated(String path, Node node) {
        refuse(path, "the snapshot holds two entries of this name, and only the first is restored");
        return Descent.SKIP;
    }

    private void refuse(String path, String message) {
        run.ledger().forbidDeletion();
        if (reporting == Reporting.FIRST) {
            run.progress().problem(path, NativeString.printable(path) + ": " + message);
        }
    }

    @Override
    public void leave(String path, Node directory) throws IOException {
        leaveLevel();
    }

    private void leaveLevel() throws IOException {
        Level<S> left = level;
        level = left.parent().orElse(left);
        S state = left.state();
        if (state != null) {
            pass.leave(left, state);
        }
    }

    @Override
    public void unreadable(String path, IOException reason) throws IOException {
        level.markUnreadable();
        if (!run.ledger().failed(path)) {
            run.failed(path, reason);
        }
    }
}
