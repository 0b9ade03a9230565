package dev.tiller.core.bot;

import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Post;
import dev.tiller.core.command.ListFilter;
import dev.tiller.core.conversation.AgentScope;
import dev.tiller.core.conversation.Transaction;
import dev.tiller.core.decide.Found;
import dev.tiller.core.decide.SettingsCards;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/// The bot's own page, as a visitor finds it and as it is kept up to date for them.
final class HomePage {

  /// Agents of each kind.
  private static final int SIZE = 5;

  /// Agents on the page: as many as leave room for the settings on every platform.
  private static final int MOST = 6;

  private final Intake intake;
  private final Backgrounds backgrounds;
  private final SettingsDesk settings;
  private final Connected connected;
  private final Live live;

  HomePage(
      Intake intake,
      Backgrounds backgrounds,
      SettingsDesk settings,
      Connected connected,
      Live live) {
    this.intake = intake;
    this.backgrounds = backgrounds;
    this.settings = settings;
    this.connected = connected;
    this.live = live;
  }

  /// Somebody looks at it.
  Card open(Address page, Person visitor) {
    var card = draw(page, visitor);
    var thread = page.thread();
    live.opened(
        "home/%s/%s/%s".formatted(thread.platform(), thread.workspace(), visitor.id()),
        card,
        new View(page, visitor));
    return card;
  }

  private Card draw(Address page, Person visitor) {
    var known = backgrounds.known();
    return intake.read(tx -> {
      var the = settings.about(tx, page.thread(), visitor, known);
      var agents = agents(tx, page, visitor);
      return Texts.in(the.language(), () -> SettingsCards.home(the, agents));
    });
  }

  private List<Found.Listed> agents(Transaction tx, Address page, Person visitor) {
    return Stream.of(ListFilter.RUNNING, ListFilter.WAITING, ListFilter.DONE)
        .flatMap(filter ->
            tx.agents(page.thread(), new AgentScope.Own(visitor), filter, 0, SIZE).stream())
        .distinct()
        .limit(MOST)
        .map(line -> new Found.Listed(line, connected.link(line.thread())))
        .toList();
  }

  private final class View implements Live.View {
    private final Address page;
    private final Person visitor;

    View(Address page, Person visitor) {
      this.page = page;
      this.visitor = visitor;
    }

    @Override
    public Post draw() {
      return HomePage.this.draw(page, visitor);
    }

    @Override
    public void show(Post now) {
      if (now instanceof Card card) {
        connected.to(page).ifPresent(platform -> platform.home(page, visitor, card));
      }
    }
  }
}
