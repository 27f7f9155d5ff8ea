package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingBackendTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));
    private static final byte[] BYTES = {1, 2, 3};

    private final IOException lost = new BackendException.Transient("connection lost", null);
    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend faulty = new FaultyBackend(memory);
    private final FakeTicker ticker = new FakeTicker();
    private final List<String> heard = new ArrayList<>();
    private final Backend retrying = retrying(faulty);

    private Backend retrying(Backend backend) {
        RetryListener listener = (request, failure, _) -> heard.add(request + ": " + failure.getMessage());
        return new RetryingBackend(backend, RetryPolicy.standard(), listener, ticker, new Random(1));
    }

    @Test
    void a_request_that_fails_now_and_then_succeeds_in_the_end() throws IOException {
        faulty.onCall(Operation.SAVE, 1, new Fault.Refuse(lost)).onCall(Operation.SAVE, 2, new Fault.Refuse(lost));

        retrying.save(PACK, Content.of(BYTES));

        assertThat(memory.bytes(PACK)).isEqualTo(BYTES);
        assertThat(heard).hasSize(2).allMatch(message -> message.equals("save " + PACK + ": connection lost"));
    }

    @Test
    void pauses_start_at_a_second_and_double_to_a_minute_varied_by_half() {
        faulty.fromCall(Operation.STAT, 1, new Fault.Refuse(lost));

        assertThatThrownBy(() -> retrying.stat(PACK)).isSameAs(lost);

        List<Duration> sleeps = ticker.sleeps();
        for (int i = 0; i < sleeps.size(); i++) {
            long plain = i < 6 ? 1000L << i : 60_000;
            assertThat(sleeps.get(i).toMillis()).isBetween(plain / 2, plain * 3 / 2 + 1);
        }
        assertThat(sleeps).doesNotHaveDuplicates();
    }

    private Duration firstPauseIfAskedFor(Duration wanted) throws IOException {
        IOException busy = new BackendException.Transient("busy", null, wanted);
        memory.overwrite(PACK, BYTES);
        faulty.onCall(Operation.LOAD, 1, new Fault.Refuse(busy));
        assertThat(retrying.load(PACK)).isEqualTo(BYTES);
        return ticker.sleeps().getFirst();
    }

    @Test
    void a_store_that_says_how_long_to_wait_is_left_alone_for_so_long() throws IOException {
        assertThat(firstPauseIfAskedFor(Duration.ofSeconds(42))).isEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void a_store_that_wants_to_be_asked_soon_is_not_asked_sooner_than_others() throws IOException {
        assertThat(firstPauseIfAskedFor(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void a_store_that_wants_to_be_left_alone_for_days_is_asked_after_five_minutes() throws IOException {
        assertThat(firstPauseIfAskedFor(Duration.ofDays(3))).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAVE", "LOAD", "STAT", "LIST", "REMOVE"})
    void patience_ends_after_a_quarter_of_an_hour(Operation operation) {
        faulty.fromCall(operation, 1, new Fault.Refuse(lost));

        assertThatThrownBy(() -> request(operation)).isSameAs(lost);

        assertThat(ticker.slept()).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
    }

    private void request(Operation operation) throws IOException {
        switch (operation) {
            case SAVE -> retrying.save(PACK, Content.of(BYTES));
            case LOAD -> retrying.load(PACK);
            case STAT -> retrying.stat(PACK);
            case LIST -> retrying.list(FileType.PACK, _ -> {});
            case REMOVE -> retrying.remove(PACK);
        }
    }

    @Test
    void there_is_a_second_attempt_even_if_the_first_took_very_long() throws IOException {
        memory.overwrite(PACK, BYTES);
        faulty.when(
                call -> {
                    ticker.pass(Duration.ofMinutes(20));
                    return call.number() == 1;
                },
                new Fault.Refuse(lost));

        assertThat(retrying.load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void a_failure_that_will_not_pass_is_told_at_once() {
        assertThatThrownBy(() -> retrying.load(PACK)).isInstanceOf(BackendException.Missing.class);

        assertThat(faulty.count(Operation.LOAD)).isEqualTo(1);
        assertThat(ticker.sleeps()).isEmpty();
    }

    @Test
    void a_store_that_cannot_replace_files_is_cleaned_after_a_torn_save() throws IOException {
        FaultyBackend rigid = new FaultyBackend(memory, new BackendProperties(2, false))
                .onCall(Operation.SAVE, 1, new Fault.Tear(1, lost));
        retrying(rigid).save(PACK, Content.of(BYTES));

        assertThat(rigid.calls().stream().map(FaultyBackend.Call::operation))
                .containsExactly(Operation.SAVE, Operation.REMOVE, Operation.SAVE);
        assertThat(memory.bytes(PACK)).isEqualTo(BYTES);
    }

    @Test
    void a_store_that_replaces_files_is_not_asked_to_remove_them() throws IOException {
        faulty.onCall(Operation.SAVE, 1, new Fault.Tear(1, lost));
        retrying.save(PACK, Content.of(BYTES));

        assertThat(faulty.count(Operation.REMOVE)).isZero();
        assertThat(memory.bytes(PACK)).isEqualTo(BYTES);
    }

    @Test
    void a_file_that_the_store_refused_to_replace_is_not_removed() {
        memory.overwrite(Handle.CONFIG, BYTES);
        FaultyBackend rigid = new FaultyBackend(memory, new BackendProperties(2, false))
                .onCall(Operation.SAVE, 1, new Fault.Refuse(new BackendException.Denied("exists", null)));

        assertThatThrownBy(() -> retrying(rigid).save(Handle.CONFIG, Content.of(new byte[0])))
                .isInstanceOf(BackendException.Denied.class);
        assertThat(memory.bytes(Handle.CONFIG)).isEqualTo(BYTES);
    }

    @Test
    void a_removal_whose_answer_was_lost_counts_as_done() throws IOException {
        memory.overwrite(PACK, BYTES);
        faulty.onCall(Operation.REMOVE, 1, new Fault.LoseAnswer(lost));
        retrying.remove(PACK);

        assertThat(memory.contains(PACK)).isFalse();
    }

    @Test
    void a_file_that_was_not_there_in_the_first_place_is_missing() {
        assertThatThrownBy(() -> retrying.remove(PACK)).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void a_listing_that_breaks_off_names_no_file_twice() throws IOException {
        for (int i = 0; i < 10; i++) {
            memory.overwrite(Handle.of(FileType.PACK, ("0" + i).repeat(32)), BYTES);
        }
        List<String> names = new ArrayList<>();
        retrying(new BreakingListing(memory)).list(FileType.PACK, file -> names.add(file.name()));

        assertThat(names).containsExactlyInAnyOrderElementsOf(memory.names(FileType.PACK));
    }

    /** Breaks off the first listing after five files. */
    private static final class BreakingListing extends ForwardingBackend {

        private int listings;

        BreakingListing(Backend delegate) {
            super(delegate);
        }

        @Override
        public void list(FileType type, Consumer<FileInfo> action) throws IOException {
            listings++;
            AtomicInteger count = new AtomicInteger();
            super.list(type, file -> {
                if (listings > 1 || count.incrementAndGet() <= 5) {
                    action.accept(file);
                }
            });
            if (listings == 1) {
                throw new BackendException.Transient("broke off", null);
            }
        }
    }

    @Test
    void a_file_that_could_not_be_loaded_is_not_tried_again_for_an_hour() throws IOException {
        memory.overwrite(PACK, BYTES);
        faulty.fromCall(Operation.LOAD, 1, new Fault.Refuse(lost));
        assertThatThrownBy(() -> retrying.load(PACK)).isSameAs(lost);
        faulty.recover();
        int calls = faulty.count(Operation.LOAD);

        ticker.pass(Duration.ofMinutes(59));
        assertThatThrownBy(() -> retrying.load(PACK, 0, new byte[1], 0, 1))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("gave up on " + PACK);
        assertThat(faulty.count(Operation.LOAD)).isEqualTo(calls);

        ticker.pass(Duration.ofMinutes(1));
        assertThat(retrying.load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void saving_a_file_anew_makes_it_worth_loading_again() throws IOException {
        faulty.fromCall(Operation.LOAD, 1, new Fault.Refuse(lost));
        assertThatThrownBy(() -> retrying.load(PACK)).isSameAs(lost);
        faulty.recover();
        retrying.save(PACK, Content.of(BYTES));

        assertThat(retrying.load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void an_interruption_ends_the_wait() {
        faulty.fromCall(Operation.SAVE, 1, new Fault.Refuse(lost));
        Backend interrupted = new RetryingBackend(
                faulty,
                RetryPolicy.standard(),
                (_, _, _) -> Thread.currentThread().interrupt(),
                ticker,
                new Random(1));

        assertThatThrownBy(() -> interrupted.save(PACK, Content.of(BYTES)))
                .isInstanceOf(InterruptedIOException.class)
                .hasSuppressedException(lost);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_file_that_cannot_be_begun_at_first_is_begun_in_the_end() throws IOException {
        Backend stumbling = new ForwardingBackend(memory) {
            private int calls;

            @Override
            public Optional<Draft> draft() throws IOException {
                if (calls++ < 2) {
                    throw lost;
                }
                return new LendingBackend(memory).draft();
            }
        };
        assertThat(retrying(stumbling).draft()).isPresent();
        assertThat(heard).hasSize(2).allMatch(message -> message.equals("begin a file: connection lost"));
    }
}
