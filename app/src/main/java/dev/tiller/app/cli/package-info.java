/// The command line: reads arguments and settings, starts the programs, and explains what is wrong.
@NullMarked
package dev.tiller.app.cli;

import org.jspecify.annotations.NullMarked;
