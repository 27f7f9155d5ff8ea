package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeStepsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1000})
    void all_steps_arrive_in_their_order(int count) throws Exception {
        TreeSteps steps = new TreeSteps();
        List<TreeStep> passed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeStep step =
                    new TreeStep.Leaf(Node.builder("f" + i, NodeType.FILE).build());
            steps.put(step);
            passed.add(step);
        }
        steps.end();
        assertThat(takeAll(steps)).isEqualTo(passed);
    }

    private static List<TreeStep> takeAll(TreeSteps steps) throws InterruptedIOException {
        List<TreeStep> taken = new ArrayList<>();
        for (Optional<List<TreeStep>> batch = steps.take(); batch.isPresent(); batch = steps.take()) {
            taken.addAll(batch.get());
        }
        return taken;
    }
}
