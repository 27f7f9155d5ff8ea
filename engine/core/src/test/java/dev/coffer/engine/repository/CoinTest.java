package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoinTest {

    private static final int TOSSES = 2000;

    private final Coin coin = new Coin();

    @Test
    void both_sides_come_up_about_as_often() {
        assertThat(IntStream.range(0, TOSSES).filter(_ -> coin.toss()).count()).isBetween(800L, 1200L);
    }

    @Test
    void two_coins_do_not_fall_alike() {
        Coin other = new Coin();
        assertThat(IntStream.range(0, TOSSES)
                        .filter(_ -> coin.toss() == other.toss())
                        .count())
                .isBetween(800L, 1200L);
    }
}
