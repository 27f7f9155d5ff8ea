package dev.coffer.engine.json;

/** What kind of value comes next, told from its first character. */
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
}
