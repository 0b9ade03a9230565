package dev.tiller.app.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/// The pictures that the documents show, of what [Scenery] has played.
final class Album {

  private static final int NARROW = 620;

  private Album() {}

  static final List<Shot> SHOTS =
      List.of(
          new Shot("threads", 1440, 1000, Album::threads, Shot.ALL),
          of("tour-ask", "slack", "api-team", Scenery.AT_WORK),
          of("tour-queue", "teams", "General", Scenery.WAITING),
          of("tour-suggestion", "slack", "general", Scenery.SUGGESTED),
          new Shot("tour-form", NARROW, 800, Album::form, Shot.ALL));

  private static Shot of(String name, String platform, String channel, String text) {
    return new Shot(
        name,
        NARROW,
        1600,
        page -> {
          page.locator("[data-tab-choice=" + platform + "]").click();
          new Pane(page, platform).goTo(channel);
        },
        page -> new Pane(page, platform).botMessages().filter(having(text)).last());
  }

  private static void threads(Page page) {
    if (page.getByTestId("traffic-panel").isVisible()) {
      page.getByLabel("Close panel").click();
    }
    new Pane(page, "slack").goTo("web-team");
    new Pane(page, "teams").goTo("Web");
  }

  private static void form(Page page) {
    page.locator("[data-tab-choice=slack]").click();
    new Pane(page, "slack").goTo("web-team");
    var card = new Pane(page, "slack").botMessages().filter(having(Scenery.READY)).first();
    card.getByTestId("card-menu").click();
    page.getByTestId("menu-entries").getByText("Relaunch with changes").click();
    page.getByTestId("form-dialog").waitFor();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
