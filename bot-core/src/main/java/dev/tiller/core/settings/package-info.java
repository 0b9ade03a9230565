/// What workspaces, channels and people have chosen once instead of with each task. Values only:
/// who may change them is decided in `decide`, they are kept by `store`.
@NullMarked
package dev.tiller.core.settings;

import org.jspecify.annotations.NullMarked;
