package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.ExecutionModel;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.retry.RetryExecution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void what_fails_is_tried_again_as_often_as_it_fails_and_at_least_once_a_minute() {
        try (FakeApiServer server = new FakeApiServer()) {
            Operator operator = Main.operator(
                    new Settings("coffer:1", "coffer", 2, 20, List.of(), ExecutionModel.WORKLOAD, Optional.empty()),
                    server.client(),
                    _ -> {});
            assertThat(operator.getRegisteredControllers()).hasSize(4).allSatisfy(controller -> {
                RetryExecution retry = controller.getConfiguration().getRetry().initExecution();
                for (int attempt = 0; attempt < 1000; attempt++) {
                    assertThat(retry.nextDelay())
                            .hasValueSatisfying(pause -> assertThat(pause).isLessThanOrEqualTo(60_000));
                }
            });
        }
    }
}
