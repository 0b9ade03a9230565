package dev.tiller.slack;

import dev.tiller.core.chat.PeopleContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SlackPeopleContractTest implements PeopleContract {

  private final List<SlackStage> stages = new ArrayList<>();

  SlackInMiniature start() {
    return new SlackInMiniature();
  }

  @AfterEach
  void stop() {
    stages.forEach(SlackStage::close);
  }

  @Override
  public Stage stage() {
    var stage = new SlackStage(start());
    stages.add(stage);
    return stage;
  }
}
