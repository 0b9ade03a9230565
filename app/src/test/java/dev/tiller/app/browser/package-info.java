/// The playground's page in a real browser: what people see, type and click.
@NullMarked
package dev.tiller.app.browser;

import org.jspecify.annotations.NullMarked;
