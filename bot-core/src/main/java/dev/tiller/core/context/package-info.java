/// What goes along with a task beyond its text: which messages of a thread, which files, and the
/// words that say so. Pure.
@NullMarked
package dev.tiller.core.context;

import org.jspecify.annotations.NullMarked;
