@NullMarked
package dev.tiller.teams;

import org.jspecify.annotations.NullMarked;
