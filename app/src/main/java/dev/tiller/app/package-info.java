/// One process: HTTP, configuration, wiring and the command line.
@NullMarked
package dev.tiller.app;

import org.jspecify.annotations.NullMarked;
