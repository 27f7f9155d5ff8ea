@NullMarked
package dev.coffer.operator.controller.restoresession;

import org.jspecify.annotations.NullMarked;
