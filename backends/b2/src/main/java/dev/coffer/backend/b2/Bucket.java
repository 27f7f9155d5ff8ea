package dev.coffer.backend.b2;

/** A bucket: calls want its id, downloads its name. */
record Bucket(String id, String name) {}
