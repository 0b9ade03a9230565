/// The durable state of a thread: its agents, their runs, and the port that keeps them.
@NullMarked
package dev.tiller.core.conversation;

import org.jspecify.annotations.NullMarked;
