/// What a coding-agent service is to Tiller, whatever the version of its API.
@NullMarked
package dev.tiller.core.agents;

import org.jspecify.annotations.NullMarked;
