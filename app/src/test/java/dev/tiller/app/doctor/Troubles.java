package dev.tiller.app.doctor;

import java.util.List;

/// Makes something go wrong, and looks.
@FunctionalInterface
interface Troubles {

  List<Finding> found(Clinic clinic) throws Exception;
}
