package dev.tiller.app.standin.cursor;

import dev.tiller.app.standin.cursor.Agent.Pushed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an agent is seen to do during a run, and what it says at the end.
final class Script {

  private Script() {}

  /// A run's steps in `count` beats; a last one more holds what is left to be rounded off.
  static List<List<Step>> beats(Agent agent, Ending ending, int count) {
    var scenes = Scene.all(agent, ending);
    var beats = new ArrayList<List<Step>>();
    Optional<Step> open = Optional.empty();
    for (int i = 0; i < count; i++) {
      var scene = scenes.get(i * scenes.size() / count).get();
      var beat = new ArrayList<Step>(open.stream().toList());
      beat.add(scene.opening());
      open = scene.closing();
      beats.add(beat);
    }
    beats.add(open.stream().toList());
    return beats;
  }

  /// The agent's last words.
  static String summary(Agent agent, Ending ending, Optional<Pushed> pushed) {
    var place = Place.of(agent);
    if (agent.planning()) {
      return "Here is the plan.\n\n- Change `%s` in `%s`\n- Add a test and run `%s`"
          .formatted(place.symbol(), place.file(), place.test());
    }
    if (ending == Ending.NOTHING || pushed.isEmpty()) {
      return "I read `%s` and what calls it. It does what you ask for already, so I changed nothing."
          .formatted(place.file());
    }
    var where = pushed.get().pullRequest().isPresent() ? "Opened a pull request from" : "Pushed to";
    return """
    I found the cause in `%s` and fixed it with a small change.

    - Reworked `%s` so that it handles the missing case
    - Added a test for it; `%s` passes
    - %s `%s`\
    """
        .formatted(place.file(), place.symbol(), place.test(), where, pushed.get().branch());
  }
}
