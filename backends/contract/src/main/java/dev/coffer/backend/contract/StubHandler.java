package dev.coffer.backend.contract;

/** What a {@link StubServer} does with requests. Called by several threads at a time. */
@FunctionalInterface
public interface StubHandler {

    StubReply answer(StubRequest request);
}
