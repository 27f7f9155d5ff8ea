@NullMarked
package dev.coffer.operator.controller;

import org.jspecify.annotations.NullMarked;
