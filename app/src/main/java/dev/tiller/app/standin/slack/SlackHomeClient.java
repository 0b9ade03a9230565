package dev.tiller.app.standin.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tiller.app.standin.chat.Refusal;
import dev.tiller.app.standin.slack.SlackWorld.User;
import java.util.Optional;

/// What people do in the app's Home.
final class SlackHomeClient {

  private final SlackHomes homes;
  private final SlackEvents events;
  private final SlackDelivery delivery;
  private final SlackClient client;

  SlackHomeClient(
      SlackHomes homes, SlackEvents events, SlackDelivery delivery, SlackClient client) {
    this.homes = homes;
    this.events = events;
    this.delivery = delivery;
    this.client = client;
  }

  /// Opens Home: the app is told, and shows it anew when it likes.
  void open(User person) {
    delivery.event(events.homeOpened(person, homes.of(person.id())));
  }

  /// Clicks; the client tells when the app did not take it.
  Optional<String> press(User person, ObjectNode clicked) {
    return client.pressHome(person, view(person), clicked);
  }

  /// The Home that a person sees.
  ObjectNode view(User person) {
    return homes
        .of(person.id())
        .orElseThrow(() -> Refusal.unknown("The app has shown nothing in its Home yet."));
  }
}
