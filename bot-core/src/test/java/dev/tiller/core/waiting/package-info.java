/// How tests wait.
@NullMarked
package dev.tiller.core.waiting;

import org.jspecify.annotations.NullMarked;
