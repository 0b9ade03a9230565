/// Where a request is to be carried out: repository, branch, model and pull request, each with
/// where the value came from, or what has to be asked first. Pure: what it goes by is handed in.
@NullMarked
package dev.tiller.core.routing;

import org.jspecify.annotations.NullMarked;
