/// Stand-ins for the outside services, for the playground and for end-to-end tests. Production
/// entry points never start them.
@NullMarked
package dev.tiller.app.standin;

import org.jspecify.annotations.NullMarked;
