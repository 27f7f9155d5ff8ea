@NullMarked
package dev.coffer.backend.rest;

import org.jspecify.annotations.NullMarked;
