/// What the documents tell readers to type, typed.
@NullMarked
package dev.tiller.app.docs;

import org.jspecify.annotations.NullMarked;
