package dev.coffer.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Makes a test run fail in which anything was disabled or given up by an assumption: green means that it ran. Found by JUnit
 * through {@code META-INF/services} wherever this archive is on the path.
 */
public final class SkippedTestsFail implements LauncherSessionListener, TestExecutionListener {

    private final Queue<String> skipped = new ConcurrentLinkedQueue<>();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(this);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.add(test.getUniqueId() + ": " + reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.add(test.getUniqueId() + ": "
                    + result.getThrowable().map(Throwable::getMessage).orElse("aborted"));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (!skipped.isEmpty()) {
            throw new AssertionError("tests were skipped, which nobody would notice: " + String.join("; ", skipped));
        }
    }
}
