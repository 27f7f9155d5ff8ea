/** The program of the operator: makes the controllers and runs them. */
@NullMarked
package dev.coffer.operator.controller;

import org.jspecify.annotations.NullMarked;
