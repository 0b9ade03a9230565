/// A long random walk over a conversation, and what must hold after each step.
@NullMarked
package dev.tiller.app.endtoend.walk;

import org.jspecify.annotations.NullMarked;
