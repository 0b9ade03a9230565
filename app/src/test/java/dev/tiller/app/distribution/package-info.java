/// Tiller as people have it, for tests that start it as a process of its own.
@NullMarked
package dev.tiller.app.distribution;

import org.jspecify.annotations.NullMarked;
