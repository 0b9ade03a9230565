/// Doctor against healthy stand-ins and broken ones.
@NullMarked
package dev.tiller.app.doctor;

import org.jspecify.annotations.NullMarked;
