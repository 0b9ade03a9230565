package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// A modal that is open in front of a person.
///
/// @param view as the API answers it
/// @param errors what is wrong, by block id
record SlackForm(String id, String person, ObjectNode view, Map<String, String> errors) {

  SlackForm withErrors(Map<String, String> others) {
    return new SlackForm(id, person, view, Map.copyOf(others));
  }
}
