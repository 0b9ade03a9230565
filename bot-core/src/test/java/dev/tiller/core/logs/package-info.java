/// What tests of all modules check about the log.
@NullMarked
package dev.tiller.core.logs;

import org.jspecify.annotations.NullMarked;
