/// Conversations and work over JDBC, on H2 and PostgreSQL.
@NullMarked
package dev.tiller.core.store;

import org.jspecify.annotations.NullMarked;
