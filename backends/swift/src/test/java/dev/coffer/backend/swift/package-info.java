@NullMarked
package dev.coffer.backend.swift;

import org.jspecify.annotations.NullMarked;
