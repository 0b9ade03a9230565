package dev.tiller.app.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/// One platform on the page.
record Pane(Page page, String platform) {

  private Locator root() {
    return page.getByTestId("pane-" + platform);
  }

  Locator composer() {
    return root().getByTestId("composer-" + platform);
  }

  /// The part of the page that follows, as the skip links name it.
  String next() {
    return platform.equals("slack") ? "teams" : "traffic";
  }

  /// Chooses who speaks.
  void speakAs(String name) {
    var people = root().getByTestId("person-" + platform);
    var option = people.locator("option").filter(new Locator.FilterOptions().setHasText(name));
    people.selectOption(new SelectOption().setValue(option.getAttribute("value")));
  }

  /// Opens a channel.
  void goTo(String channel) {
    var named = new Locator.FilterOptions().setHasText(channel);
    root().locator(".channels button").filter(named).click();
    root().locator(".channel-title").filter(named).waitFor();
  }

  /// Opens the direct chat with the bot. The page draws it a moment after the click, and what was
  /// typed before belongs to the place left.
  void goToDirectChat() {
    root().getByLabel("tiller, direct message").click();
    root().getByText("Just you and Tiller").waitFor();
  }

  /// Mentions the bot with a task in the channel and sends it with the button.
  ///
  /// @return the thread that the message began
  Conversation say(String task) {
    composer().fill("@tiller " + task);
    root().getByTestId("send-" + platform).click();
    return conversation(task);
  }

  /// Writes to others in the channel, without a mention of the bot.
  ///
  /// @return the thread that the message began
  Conversation tell(String text) {
    composer().fill(text);
    composer().press("Enter");
    return conversation(text);
  }

  /// The bot's messages of the place that is open.
  Locator botMessages() {
    return root().locator("[data-author-bot=true]");
  }

  /// The thread that a message with this text began.
  Conversation conversation(String text) {
    var begun = page.locator(".thread-root").filter(new Locator.FilterOptions().setHasText(text));
    return new Conversation(
        root()
            .locator("[data-testid^='thread-']")
            .filter(new Locator.FilterOptions().setHas(begun)));
  }

  /// A thread and the bot's cards in it.
  record Conversation(Locator root) {

    /// Answers in the thread, with Enter.
    void reply(String text) {
      var box = root.getByTestId("thread-composer");
      box.fill(text);
      box.press("Enter");
    }

    /// Says something in the thread to others, without a mention of the bot.
    void remark(String text) {
      var mention = root.getByTestId("mention-switch");
      root.getByTestId("thread-composer").focus();
      if (mention.getAttribute("aria-pressed").equals("true")) {
        mention.click();
      }
      reply(text);
    }

    /// Puts a reaction on a message, chosen with the keyboard alone.
    void react(Locator message, String reaction) {
      message.getByLabel("React", new Locator.GetByLabelOptions().setExact(true)).press("Enter");
      menuEntry(reaction).press("Enter");
    }

    /// Chooses an entry of the message's own menu.
    void fromMenu(Locator message, String entry) {
      message.hover();
      message.getByTestId("message-menu").click();
      menuEntry(entry).click();
    }

    /// Chooses what stands behind the three dots of a card.
    void fromCardMenu(Locator card, String entry) {
      card.getByTestId("card-menu").click();
      menuEntry(entry).click();
    }

    private Locator menuEntry(String name) {
      return root.page()
          .getByTestId("menu-entries")
          .getByRole(AriaRole.MENUITEM, new Locator.GetByRoleOptions().setName(name));
    }

    /// The message of a person with this text.
    Locator message(String text) {
      return root.locator("[data-author-bot=false]")
          .filter(new Locator.FilterOptions().setHasText(text));
    }

    /// The bot's messages.
    Locator cards() {
      return root.locator("[data-author-bot=true]");
    }

    /// What the bot says for one person's eyes: a message on Slack, a note under the card on Teams.
    Locator whisper() {
      return root.locator(".only-you, [data-testid=note]");
    }

    /// The bot's message with this text.
    Locator card(String text) {
      return cards().filter(new Locator.FilterOptions().setHasText(text));
    }
  }

  /// Looks for an entry in the menu of a card by some of its letters, and chooses it. On Teams a
  /// button sends what is chosen.
  void choose(Locator card, String letters, String label) {
    Choosing.in(card.getByRole(AriaRole.COMBOBOX), letters, label);
    if (platform.equals("teams")) {
      button(card, "Choose").click();
    }
  }

  /// The bot's own page, opened from the direct messages with it; on Slack alone.
  Locator openHome() {
    root().locator("[data-testid^='channel-D']").click();
    root().getByTestId("tab-home").click();
    return root().getByTestId("home");
  }

  /// A button or a link of a card.
  static Locator button(Locator card, String label) {
    return card.locator(".card-button").filter(new Locator.FilterOptions().setHasText(label));
  }
}
