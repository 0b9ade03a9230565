/// `tiller cursor`: Cursor's API from a shell, through the bot's own client.
@NullMarked
package dev.tiller.app.cli.cursor;

import org.jspecify.annotations.NullMarked;
