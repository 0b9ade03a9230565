package dev.tiller.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiller.core.chat.PeopleContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What holds over HTTP holds in Socket Mode, too: the same tests with deliveries through a socket.
class SlackBySocketTest {

  @Nested
  class People extends SlackPeopleContractTest implements PeopleContract {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Deliveries extends SlackHandlerTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }

    /// There is no address to check.
    @Override
    @Test
    void theUrlCheckIsAnsweredWithItsChallenge() {
      assertThat(slack.deliver(Fixtures.payload("url_verification")).status()).isEqualTo(200);
    }
  }

  @Nested
  class Arrivals extends SlackArrivalsTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Home extends SlackHomeTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Clicks extends SlackInteractivityTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Menus extends SlackMenusTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }

    /// To deliver it again would mend nothing.
    @Override
    @Test
    void aSearchWithoutAMenuIsMalformed() {
      var payload = Fixtures.payload("block_suggestion");
      payload.remove("action_id");

      assertThat(slack.interact(payload).body()).isEmpty();
      assertThat(slack.bot.queries).isEmpty();
    }
  }

  @Nested
  class More extends SlackMoreTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Outsiders extends SlackOutsidersTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }

  @Nested
  class Shortcuts extends SlackShortcutsTest {
    @Override
    SlackInMiniature start() {
      return SlackInMiniature.bySocket();
    }
  }
}
